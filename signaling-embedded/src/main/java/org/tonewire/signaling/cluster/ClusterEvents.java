package org.tonewire.signaling.cluster;

import java.util.Optional;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEvent;

/// What a cluster has to know of events.
final class ClusterEvents {
    private ClusterEvents() {}

    /// The connection that an event comes from.
    static Optional<ConnectionId> connection(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Enter enter -> Optional.of(enter.by());
            case RoomEvent.Listen listen -> Optional.of(listen.by());
            case RoomEvent.StopListening(ConnectionId by) -> Optional.of(by);
            case RoomEvent.UpdateProfile update -> Optional.of(update.by());
            case RoomEvent.Relay relay -> Optional.of(relay.by());
            case RoomEvent.Broadcast broadcast -> Optional.of(broadcast.by());
            case RoomEvent.Leave leave -> Optional.of(leave.by());
            case RoomEvent.ConnectionClosed(ConnectionId by) -> Optional.of(by);
            case RoomEvent.ConnectionLost(ConnectionId by) -> Optional.of(by);
            case RoomEvent.ConnectionCut(ConnectionId by) -> Optional.of(by);
            case RoomEvent.Own own -> Optional.of(own.by());
            case RoomEvent.Query query -> Optional.of(query.by());
            case RoomEvent.End end -> Optional.of(end.by());
            case RoomEvent.ChangeKey _, RoomEvent.Tick _ -> Optional.empty();
        };
    }

    /// Whether nothing more comes from the connection.
    static boolean isEnd(RoomEvent event) {
        return event instanceof RoomEvent.ConnectionClosed
                || event instanceof RoomEvent.ConnectionLost
                || event instanceof RoomEvent.ConnectionCut;
    }

    /// Whether its connection waits for an answer.
    static boolean isRequest(RoomEvent event) {
        return event instanceof RoomEvent.Enter
                || event instanceof RoomEvent.Own
                || event instanceof RoomEvent.Query
                || event instanceof RoomEvent.End;
    }

    /// Whether it only relays: such events come often, and change nothing that is stored.
    static boolean isMessage(RoomEvent event) {
        return event instanceof RoomEvent.Relay || event instanceof RoomEvent.Broadcast;
    }
}

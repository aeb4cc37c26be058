package org.tonewire.signaling.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// What one server of a cluster sends to another.
public sealed interface NodeMessage {
    /// An event for the home of the room.
    ///
    /// @param hops how many servers passed it on
    record Forward(RoomName room, RoomEvent event, int hops) implements NodeMessage {}

    /// Effects for connections of the receiver.
    record Effects(List<RoomEffect.ToConnection> effects) implements NodeMessage {
        public Effects {
            effects = List.copyOf(effects);
        }
    }

    /// The room has another home. Of the home itself, again: it asks who is in.
    record Moved(RoomName room, Home home) implements NodeMessage {}

    /// To the home of a room, when it changed or was not reachable: who of the sender is in.
    ///
    /// @param room without members, if the sender was its home, or the room is open
    /// @param alive all connections of the sender that the room may know
    record Present(
            RoomName name,
            Optional<RoomRecord> room,
            List<RoomRecord.Member> members,
            Set<ConnectionId> alive,
            List<RoomEvent.Listen> listeners)
            implements NodeMessage {
        public Present {
            members = List.copyOf(members);
            alive = Set.copyOf(alive);
            listeners = List.copyOf(listeners);
        }
    }

    /// The answer to [Present]: who is in the room.
    ///
    /// @param missed welcomes that the receiver does not know of
    record Roster(RoomName room, List<Participant> participants, List<RoomEffect.Deliver> missed)
            implements NodeMessage {
        public Roster {
            missed = List.copyOf(missed);
            participants = List.copyOf(participants);
        }
    }

    /// The server that decides about a room.
    ///
    /// @param epoch rises with each change of the home
    record Home(NodeId node, long epoch) {}
}

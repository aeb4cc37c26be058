package org.tonewire.signaling.room.event;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;

/// What the caller of the rooms has to do.
public sealed interface RoomEffect {
    /// Concerns one connection. Its dialect turns it into text.
    sealed interface ToConnection extends RoomEffect {
        ConnectionId to();
    }

    /// A delivery to the membership or listener `member` on that connection.
    record Deliver(ConnectionId to, ParticipantId member, Delivery delivery)
            implements ToConnection {}

    /// The connection may not enter.
    record Refuse(ConnectionId to, RefusalReason reason) implements ToConnection {}

    /// A newer connection took over a membership of this one.
    record Supersede(ConnectionId to, ParticipantId member) implements ToConnection {}

    /// The room has another access key, and the membership ended.
    record KeyChanged(ConnectionId to, ParticipantId member) implements ToConnection {}

    /// The owner of the room ended it, and with it the membership.
    record RoomEnded(ConnectionId to, ParticipantId member) implements ToConnection {}

    /// What the owner of a room asked for is done.
    ///
    /// @param keep how long the room stays without members, if the owner asked for a time
    record OwnerHeard(ConnectionId to, RoomName room, Optional<Duration> keep)
            implements ToConnection {
        /// To an owner who asked for no time.
        public OwnerHeard(ConnectionId to, RoomName room) {
            this(to, room, Optional.empty());
        }
    }

    /// The answer to an owner who asked for the state of a room.
    record RoomShown(ConnectionId to, RoomState state) implements ToConnection {}

    /// The target of a message is not in the room of its sender.
    record UnknownTarget(ConnectionId to, ParticipantId target) implements ToConnection {}

    /// The connection holds no such membership, or no longer.
    record NotInRoom(ConnectionId to, ParticipantId from) implements ToConnection {}

    /// Requests a [RoomEvent.Tick] at or after this time of the clock that
    /// [org.tonewire.signaling.room.Rooms#apply] takes.
    record WakeAt(long nanos) implements RoomEffect {}
}

package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;

/// What an event changed in the rooms, for a log.
public sealed interface RoomChange {
    RoomName room();

    /// The room exists from now on.
    record Made(RoomName room) implements RoomChange {}

    /// The participant is a member by this connection from now on.
    record Entered(RoomName room, Participant who, ConnectionId by, How how)
            implements RoomChange {}

    /// The membership of the participant has ended.
    record Left(RoomName room, Participant who) implements RoomChange {}

    /// The room exists no longer.
    record Gone(RoomName room) implements RoomChange {}

    /// How a participant came into a room.
    enum How {
        JOINED,
        /// After its connection was lost.
        CAME_BACK,
        /// While another connection had its id or identity.
        TOOK_OVER
    }
}

package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;

/// What the shell round the rooms has to do, in this order.
public sealed interface RoomEffect {
    /// Tells the holder of the place `member` on that connection.
    record Deliver(ConnectionId to, ParticipantId member, Delivery delivery)
            implements RoomEffect {}

    /// Did not let that connection in.
    record Refuse(ConnectionId to, RefusalReason reason) implements RoomEffect {}

    /// A newer connection took over a place of that one.
    record Supersede(ConnectionId older, ParticipantId member) implements RoomEffect {}

    /// Nobody of that id is in the sender's room.
    record UnknownTarget(ConnectionId to, ParticipantId target) implements RoomEffect {}

    /// That connection holds no such place (any more).
    record NotInRoom(ConnectionId to, ParticipantId from) implements RoomEffect {}

    /// Asks for a tick at or after this time.
    record WakeAt(long nanos) implements RoomEffect {}
}

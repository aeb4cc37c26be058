package org.tonewire.signaling.room.event;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;

/// What the shell round the rooms has to do, in this order.
public sealed interface RoomEffect {
    /// Something that concerns one connection; its dialect finds the words.
    sealed interface ToConnection extends RoomEffect {
        ConnectionId to();
    }

    /// Tells the holder of the place `member` on that connection.
    record Deliver(ConnectionId to, ParticipantId member, Delivery delivery) implements ToConnection {}

    /// Did not let that connection in.
    record Refuse(ConnectionId to, RefusalReason reason) implements ToConnection {}

    /// A newer connection took over a place of this one.
    record Supersede(ConnectionId to, ParticipantId member) implements ToConnection {}

    /// Nobody of that id is in the sender's room.
    record UnknownTarget(ConnectionId to, ParticipantId target) implements ToConnection {}

    /// That connection holds no such place (any more).
    record NotInRoom(ConnectionId to, ParticipantId from) implements ToConnection {}

    /// Asks for a tick at or after this time.
    record WakeAt(long nanos) implements RoomEffect {}
}

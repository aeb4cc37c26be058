package org.tonewire.signaling.room;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Takes the events of the connections of a server: its own rooms do, or what finds the server that
/// has the room. Owned by the thread of the rooms.
public interface RoomDoor {
    /// Applies an event.
    ///
    /// @param nowNanos the time of a monotonic clock
    /// @return what the caller has to do, in this order
    List<RoomEffect> apply(RoomEvent event, long nowNanos);

    /// The room in which this connection has this id, as a member or as a listener.
    Optional<RoomName> roomOf(ConnectionId connection, ParticipantId id);
}

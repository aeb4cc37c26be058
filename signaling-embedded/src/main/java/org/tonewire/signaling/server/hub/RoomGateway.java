package org.tonewire.signaling.server.hub;

import java.util.function.Consumer;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// The rooms, for those who come by no socket. Any thread.
public interface RoomGateway {
    ConnectionId newConnection();

    /// From now on `handler` hears what concerns this connection, on the rooms' thread.
    void listen(ConnectionId connection, Consumer<RoomEffect.ToConnection> handler);

    void raise(RoomEvent event);

    /// The connection is gone in the way that `departure` says.
    void detach(ConnectionId connection, RoomEvent departure);
}

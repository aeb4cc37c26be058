package org.tonewire.signaling.server.hub;

import java.util.function.Consumer;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// Access to the rooms for connections that are not WebSockets. Thread-safe; does not block.
public interface RoomGateway {
    /// A new connection id.
    ConnectionId newConnection();

    /// Registers the handler of a connection. It is called on the thread of the rooms and must not
    /// block.
    void attach(ConnectionId connection, Consumer<RoomEffect.ToConnection> handler);

    /// Passes an event to the rooms.
    void raise(RoomEvent event);

    /// Removes the handler of the connection.
    ///
    /// @param departure how the connection ended
    void detach(ConnectionId connection, RoomEvent departure);
}

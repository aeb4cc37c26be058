package org.tonewire.app.core.host;

import java.util.Optional;

/// Where a hosted room lives.
public sealed interface RoomPlace {
    /// On this computer, with a server of its own.
    ///
    /// @param port to listen on; 0 takes a free one
    /// @param advertisedHost the name or address that invites carry; empty finds this computer's
    ///   address in its network
    record Here(int port, Optional<String> advertisedHost) implements RoomPlace {}

    /// On a signaling server that runs elsewhere.
    record OnServer(ServerAddress server) implements RoomPlace {}
}

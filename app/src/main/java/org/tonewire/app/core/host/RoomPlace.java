package org.tonewire.app.core.host;

import java.time.Duration;
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
    ///
    /// @param keep how long it stays there without participants, also when its host is gone; empty
    ///   if it is ended with its host
    record OnServer(ServerAddress server, Optional<Duration> keep) implements RoomPlace {
        /// Ended with its host.
        public OnServer(ServerAddress server) {
            this(server, Optional.empty());
        }
    }
}

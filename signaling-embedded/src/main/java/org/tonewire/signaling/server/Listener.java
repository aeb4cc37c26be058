package org.tonewire.signaling.server;

/// A port to listen on.
///
/// @param port 0 to 65535; 0 for any free port
public record Listener(int port, Transport transport) {
    /// What clients speak at a port.
    public enum Transport {
        PLAIN,
        TLS,
        /// Plain text or TLS; the first byte of a connection decides.
        BOTH
    }

    public Listener {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
    }
}

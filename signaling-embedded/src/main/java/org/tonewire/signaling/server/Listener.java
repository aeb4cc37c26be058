package org.tonewire.signaling.server;

/// A port to listen at.
///
/// @param port 0 for any free one
public record Listener(int port, Transport transport) {
    /// What is spoken at a port.
    public enum Transport {
        PLAIN,
        TLS,
        /// Either; the first byte of a connection tells.
        BOTH
    }

    public Listener {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
    }
}

package org.tonewire.app.core.host;

/// Hosts rooms, on this computer or on servers elsewhere.
@FunctionalInterface
public interface RoomHost {
    /// Opens a room where it is asked for: with the embedded signaling server, or on another one.
    /// Blocks up to some seconds.
    HostOutcome host(HostRequest request);
}

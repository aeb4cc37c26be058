package org.tonewire.app.core.host;

/// Hosts rooms on this computer.
@FunctionalInterface
public interface RoomHost {
    /// Starts the embedded signaling server with this one room. Blocks up to some seconds.
    HostOutcome host(HostRequest request);
}

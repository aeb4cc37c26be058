package org.tonewire.app.core.host;

/// Runs standalone signaling servers.
@FunctionalInterface
public interface ServerHost {
    /// Blocks up to some seconds.
    ServerOutcome start(ServerRequest request);
}

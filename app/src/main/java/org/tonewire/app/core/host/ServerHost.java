package org.tonewire.app.core.host;

/// Runs signaling servers for whoever comes.
@FunctionalInterface
public interface ServerHost {
    /// Blocks up to some seconds.
    ServerOutcome start(ServerRequest request);
}

package org.tonewire.app.shell;

/// Shows a room to others in the network.
@FunctionalInterface
public interface Announcer {
    /// Begins to show it. Does not block.
    ///
    /// @return ends it; does not block
    Runnable announce(NearbyRoom room);
}

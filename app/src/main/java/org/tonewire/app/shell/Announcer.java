package org.tonewire.app.shell;

/// Port: announces a room on the local network.
@FunctionalInterface
public interface Announcer {
    /// Starts the announcement. Does not block.
    ///
    /// @return stops it; does not block
    Runnable announce(NearbyRoom room);
}

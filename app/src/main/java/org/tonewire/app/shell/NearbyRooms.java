package org.tonewire.app.shell;

import java.util.List;
import java.util.function.Consumer;

/// Port: finds rooms on the local network.
@FunctionalInterface
public interface NearbyRooms {
    /// Finds no rooms.
    NearbyRooms NONE = _ -> () -> {};

    /// Reports the visible rooms at every change, on any thread. Does not block.
    ///
    /// @return stops it; does not block
    Runnable watch(Consumer<List<NearbyRoom>> listener);
}

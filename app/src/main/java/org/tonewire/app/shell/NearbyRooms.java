package org.tonewire.app.shell;

import java.util.List;
import java.util.function.Consumer;

/// Looks for rooms in the network.
@FunctionalInterface
public interface NearbyRooms {
    /// Finds none.
    NearbyRooms NONE = _ -> () -> {};

    /// Tells the rooms that are seen, whenever they change, by any thread. Does not block.
    ///
    /// @return ends it; does not block
    Runnable watch(Consumer<List<NearbyRoom>> listener);
}

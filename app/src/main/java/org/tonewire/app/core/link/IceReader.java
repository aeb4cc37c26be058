package org.tonewire.app.core.link;

import java.util.function.Consumer;

/// Reads the ICE settings for each new link, so that a change takes effect with the next one.
/// Session thread only.
public interface IceReader {
    /// Begins to read; returns without waiting for storage.
    ///
    /// @param then receives the settings on the session thread
    void read(Consumer<IceSettings> then);

    /// What was read last, with the servers that the signaling server names now; waits for nothing.
    IceSettings latest();
}

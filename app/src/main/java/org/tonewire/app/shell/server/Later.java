package org.tonewire.app.shell.server;

import java.time.Duration;

/// Does what waits for servers. Any thread.
@FunctionalInterface
public interface Later {
    /// Returns at once.
    ///
    /// @param delay before the task begins; zero for none
    /// @param task on a thread that may wait
    void after(Duration delay, Runnable task);
}

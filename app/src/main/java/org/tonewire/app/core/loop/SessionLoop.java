package org.tonewire.app.core.loop;

import java.time.Duration;

/// The one thread of a session as its parts see it: a queue, timers and a clock. Tests give them
/// virtual time.
public interface SessionLoop {
    /// Any thread; returns at once.
    ///
    /// @return false when the task was not taken: the loop has stopped, or far too much is waiting
    boolean post(Runnable task);

    /// Session thread only.
    void after(Duration delay, Runnable task);

    /// The clock of [#after]; only differences mean something.
    long nanoTime();
}

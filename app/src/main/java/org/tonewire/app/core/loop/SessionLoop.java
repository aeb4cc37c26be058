package org.tonewire.app.core.loop;

import java.time.Duration;

/// The thread of a session, as its parts see it: a queue of tasks, timers, a clock, and other
/// threads for tasks that may block. A test gives them virtual time.
public interface SessionLoop {
    /// A task that is due later. Session thread only.
    interface Timer {
        /// The task does not run any more. Idempotent; does nothing once the task has begun.
        void cancel();
    }

    /// Runs the task on the session thread, after those that wait already. Any thread; returns at
    /// once.
    ///
    /// @return false when the task was not taken: the loop has stopped, or far too much is waiting
    boolean post(Runnable task);

    /// Runs the task before all that wait, as soon as the step under way is done. For the end of a
    /// session, which is never refused. Any thread; returns at once.
    void postFirst(Runnable task);

    /// Runs the task on the session thread once this time has passed. Session thread only.
    Timer after(Duration delay, Runnable task);

    /// Runs a task that may wait for devices, files or the network, on a thread of its own. Any
    /// thread; returns at once.
    void runBlocking(Runnable task);

    /// Drops every timer and what waits, but for tasks of [#postFirst(Runnable)]. Session thread
    /// only.
    void forget();

    /// Ends the thread after the step under way; nothing that waits is run. Session thread only.
    void stop();

    /// Waits until the thread has ended. Any thread; the session thread does not wait for itself.
    ///
    /// @return whether it ended in time; true on the session thread
    boolean await(Duration timeout);

    /// The clock of [#after(Duration, Runnable)]; only differences mean something. Any thread.
    long nanoTime();
}

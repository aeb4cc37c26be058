package org.tonewire.app.rtc;

import java.util.concurrent.Executor;
import org.tonewire.app.rtc.guard.NativeGuard;

/// The way of all links from native threads to the session thread: its executor, and the guard
/// around native callbacks.
record SessionCalls(Executor session, NativeGuard guard) {
    /// Runs the task on the session thread. The guard counts and logs its failure as one of a
    /// native callback.
    void postToSession(Runnable task) {
        session.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                guard.failed(e);
                guard.logFirst();
            }
        });
    }
}

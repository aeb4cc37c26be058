package org.tonewire.app.rtc;

import java.util.concurrent.Executor;
import org.tonewire.app.rtc.guard.NativeGuard;

/// Shared by all links: the executor of the session thread, and the guard around native callbacks.
record LinkContext(Executor session, NativeGuard guard) {
    /// Runs the task on the session thread. The guard counts and logs its failure as one of a
    /// native callback.
    void hop(Runnable task) {
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

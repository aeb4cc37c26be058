package org.tonewire.app.rtc;

import java.util.concurrent.Executor;
import org.tonewire.app.rtc.guard.NativeGuard;

/// The thread that owns connections and makes the calls into them, as native threads reach it, and
/// the guard around native callbacks. Any thread.
///
/// @param executor runs a task on the owning thread, after those before it
public record OwnerThread(Executor executor, NativeGuard guard) {
    /// Runs the task on the owning thread. The guard counts and logs its failure as one of a native
    /// callback.
    public void post(Runnable task) {
        executor.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                guard.failed(e);
                guard.logFirst();
            }
        });
    }
}

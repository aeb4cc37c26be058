package org.tonewire.app.rtc;

import java.util.concurrent.Executor;
import org.tonewire.app.rtc.guard.NativeGuard;

/// What every link shares: the way back to the session thread and the guard on the way.
record LinkContext(Executor session, NativeGuard guard) {
    /// Runs the task on the session thread. A failing one is counted and logged by the guard, since
    /// it is a native call's other half.
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

package org.tonewire.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Ends the process though a part of it does not close: a window that is gone must not leave a
/// process behind. Any thread.
final class ExitDeadline {
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private ExitDeadline() {}

    /// From now on the process has some seconds to end by itself.
    static void begin(int code) {
        if (ProcessExit.TAKES_ITS_TIME) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        Thread.ofPlatform().daemon().name("exit-deadline").start(() -> haltAt(end, code));
    }

    private static void haltAt(long end, int code) {
        long left = end - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
        ProcessExit.now(code);
    }
}

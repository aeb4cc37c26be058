package org.tonewire.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Ends the process though a part of it does not close: a window that is gone must not leave a
/// process behind. Any thread.
final class ExitDeadline {
    /// While a room is being left. What waits to be logged is written after it.
    static final Duration WITH_A_ROOM = Duration.ofMillis(4_250);

    /// When every room is left.
    static final Duration AT_THE_END = Duration.ofSeconds(1);

    private ExitDeadline() {}

    /// From now on the process has so long to end by itself.
    static void begin(int code, Duration patience) {
        if (ProcessExit.TAKES_ITS_TIME) {
            return;
        }
        long end = System.nanoTime() + patience.toNanos();
        Thread.ofPlatform().daemon().name("exit-deadline").start(() -> haltAt(end, code));
    }

    private static void haltAt(long end, int code) {
        long left = end - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
        Wiring.lastWords();
        ProcessExit.now(code);
    }
}

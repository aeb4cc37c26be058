package org.tonewire.signaling.server.log;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Limits how many lines of one kind are logged: clients must not fill a disk by being refused.
/// Thread-safe.
final class LineLimit {
    static final int LINES = 50;
    static final long PERIOD_NANOS = 10_000_000_000L;

    private final AtomicLong periodStart;
    private final AtomicInteger lines = new AtomicInteger();
    private final AtomicInteger leftOut = new AtomicInteger();

    LineLimit(long nowNanos) {
        this.periodStart = new AtomicLong(nowNanos);
    }

    /// Whether a line may be logged now.
    ///
    /// @param nowNanos the time of a monotonic clock
    boolean allows(long nowNanos) {
        long start = periodStart.get();
        if (nowNanos - start >= PERIOD_NANOS && periodStart.compareAndSet(start, nowNanos)) {
            lines.set(0);
        }
        if (lines.incrementAndGet() <= LINES) {
            return true;
        }
        leftOut.incrementAndGet();
        return false;
    }

    /// How many lines were left out since the last call.
    int takeLeftOut() {
        return leftOut.getAndSet(0);
    }
}

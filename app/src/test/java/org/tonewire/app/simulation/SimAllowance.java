package org.tonewire.app.simulation;

import java.time.Duration;

/// How fast a client may send: a real server closes the connection of one that is faster.
final class SimAllowance {
    private static final int BURST = 600;
    private static final int PER_SECOND = 200;
    private static final double PER_NANO = (double) PER_SECOND / Duration.ofSeconds(1).toNanos();

    private double left = BURST;
    private long sinceNanos;

    /// @throws AssertionError if nothing is left
    void take(long nowNanos) {
        left = Math.min(BURST, left + (nowNanos - sinceNanos) * PER_NANO);
        sinceNanos = nowNanos;
        left--;
        if (left < 0) {
            throw new AssertionError("a session sends faster than the server takes");
        }
    }
}

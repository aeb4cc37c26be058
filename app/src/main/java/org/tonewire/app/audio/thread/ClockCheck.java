package org.tonewire.app.audio.thread;

import org.tonewire.app.core.audio.AudioFormat;

/// Compares delivered frames with the monotonic clock. Updated by the capture thread, read by any.
public final class ClockCheck {
    private static final long SETTLE_NANOS = 1_000_000_000L;
    private static final long ENOUGH_NANOS = 5_000_000_000L;

    private boolean begun;
    private long startNanos;
    private long counted;
    private boolean settled;
    private volatile double errorPpm;

    /// Counts one frame.
    public void frame(long nowNanos) {
        if (!begun) {
            begun = true;
            startNanos = nowNanos;
        }
        long elapsed = nowNanos - startNanos;
        if (!settled) {
            settled = elapsed > SETTLE_NANOS;
            startNanos = settled ? nowNanos : startNanos;
            return;
        }
        counted++;
        if (elapsed > ENOUGH_NANOS) {
            double error = (double) (counted * AudioFormat.FRAME_NANOS - elapsed);
            errorPpm = error / elapsed * 1e6;
        }
    }

    /// Positive when frames come faster than the clock; 0 until it is measured.
    public double errorPpm() {
        return errorPpm;
    }
}

package org.tonewire.app.core.audio;

/// Decides when the next frame is due. The schedule is absolute, so that rounding and late wake-ups
/// do not add up over hours. After a short stall the missed frames are due at once; after a long
/// one the schedule starts again, because a burst would only make every later buffer deeper.
///
/// Owned by the pacing thread; the time is handed in.
public final class FramePace {
    /// The longest stall that is caught up.
    static final long CATCH_UP_NANOS = 5 * AudioFormat.FRAME_NANOS;

    private static final long PPM = 1_000_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private long dueNanos;
    private long remainder;
    private long restarts;
    private long skippedNanos;

    public FramePace(long nowNanos) {
        this.dueNanos = nowNanos;
    }

    /// How long to wait for the next frame; 0 or less means now.
    public long waitNanos(long nowNanos) {
        return dueNanos - nowNanos;
    }

    /// A frame was delivered.
    ///
    /// @param fasterPpm how much faster than the monotonic clock to go; negative is slower
    public void delivered(long nowNanos, int fasterPpm) {
        long scaled = AudioFormat.FRAME_NANOS * (PPM - fasterPpm) + remainder;
        dueNanos += scaled / PPM;
        remainder = scaled % PPM;
        if (nowNanos - dueNanos > CATCH_UP_NANOS) {
            skippedNanos += nowNanos - dueNanos;
            dueNanos = nowNanos;
            restarts++;
        }
    }

    /// Samples per channel that were never due, because the schedule started again: a gap in the
    /// clock of the paced stream.
    public long skippedSamples() {
        return skippedNanos / NANOS_PER_MILLI * AudioFormat.SAMPLE_RATE_HZ / 1_000;
    }

    /// Times the schedule started again.
    public long restarts() {
        return restarts;
    }
}

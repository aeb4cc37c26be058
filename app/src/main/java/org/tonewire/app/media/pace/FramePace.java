package org.tonewire.app.media.pace;

import org.tonewire.app.core.audio.AudioFormat;

/// When the next frame is due. The schedule is absolute, so that rounding and late wake-ups do not
/// add up over hours. After a short stall frames follow one another at once; after a long one the
/// schedule restarts, because a burst would only make every later buffer deeper.
///
/// Owned by the pacing thread; knows time only as it is told.
public final class FramePace {
    /// What may be caught up in one go.
    static final long CATCH_UP_NANOS = 5 * AudioFormat.FRAME_NANOS;

    private static final long PPM = 1_000_000L;

    private long dueNanos;
    private long remainder;
    private long restarts;

    public FramePace(long nowNanos) {
        this.dueNanos = nowNanos;
    }

    /// How long to wait for the frame that is due; 0 or less means now.
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
            dueNanos = nowNanos;
            restarts++;
        }
    }

    /// How often the schedule was restarted.
    public long restarts() {
        return restarts;
    }
}

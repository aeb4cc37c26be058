package org.tonewire.app.audio.pulse;

import org.tonewire.app.core.audio.AudioFormat;

/// How much sound the server should queue. Servers and devices differ too much for one figure that
/// is short and safe: it grows by half when the server ran dry, which a person hears, and goes back
/// step by step while it does not. A step back does not shorten the delay at once: what the server
/// no longer queues collects in the tracks' queues, which play it at most 0.08 % faster. So steps
/// back are small and rare enough for them. A step back that runs the server dry makes the next one
/// wait twice as long, and a long time without that halves the wait. Knows no clock; owned by the
/// playing thread.
final class QueueDepth {
    static final int MAX_FRAMES = AudioFormat.SAMPLE_RATE_HZ / 5;

    private static final long SECOND_NANOS = 1_000_000_000;

    /// One stall empties the queue several times.
    private static final long SETTLE_NANOS = 300_000_000;

    /// 10 ms, which the tracks' queues play in 12.5 s.
    private static final int MAX_STEP_BACK_FRAMES = AudioFormat.FRAME_SAMPLES;

    private static final long MIN_QUIET_NANOS = 15 * SECOND_NANOS;
    private static final long MAX_QUIET_NANOS = 320 * SECOND_NANOS;

    /// How long nothing must have happened at the least depth until the wait before a step back
    /// halves.
    private static final long CALM_NANOS = 600 * SECOND_NANOS;

    private final int minFrames;
    private int frames;
    private long changedNanos;
    private long calmSinceNanos;
    private long quietNanos = MIN_QUIET_NANOS;
    private boolean steppedBack;

    /// @param minFrames what it begins with, in frames of 48 kHz
    QueueDepth(int minFrames, long nowNanos) {
        this.minFrames = minFrames;
        frames = minFrames;
        changedNanos = nowNanos - SETTLE_NANOS;
        calmSinceNanos = nowNanos;
    }

    int frames() {
        return frames;
    }

    /// The server ran dry.
    ///
    /// @return whether the depth has changed
    boolean ranDry(long nowNanos) {
        long since = nowNanos - changedNanos;
        if (since < SETTLE_NANOS) {
            return false;
        }
        if (steppedBack && since < quietNanos) {
            quietNanos = Math.min(MAX_QUIET_NANOS, 2 * quietNanos);
        }
        steppedBack = false;
        changed(nowNanos);
        int before = frames;
        frames = Math.min(MAX_FRAMES, frames + frames / 2);
        return frames != before;
    }

    /// The server has not run dry since this or [#ranDry] was last called.
    ///
    /// @return whether the depth has changed
    boolean quiet(long nowNanos) {
        if (frames == minFrames) {
            stayCalm(nowNanos);
            return false;
        }
        if (nowNanos - changedNanos < quietNanos) {
            return false;
        }
        steppedBack = true;
        changed(nowNanos);
        frames = Math.max(minFrames, frames - Math.min(MAX_STEP_BACK_FRAMES, frames / 3));
        return true;
    }

    private void changed(long nowNanos) {
        changedNanos = nowNanos;
        calmSinceNanos = nowNanos;
    }

    private void stayCalm(long nowNanos) {
        if (nowNanos - calmSinceNanos >= CALM_NANOS) {
            calmSinceNanos = nowNanos;
            quietNanos = Math.max(MIN_QUIET_NANOS, quietNanos / 2);
        }
    }
}

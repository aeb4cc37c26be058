package org.tonewire.app.rtc.playout;

import org.tonewire.app.core.audio.AudioFormat;

/// Decides when the next frame of received sound is due: one every 10 ms of the monotonic clock.
/// After a stall of the computer, as many frames are caught up as a device's queue would hold: more
/// would empty libwebrtc's jitter buffers before the packets of that time have arrived. Pull
/// thread.
final class PullSchedule {
    static final long MAX_BEHIND_NANOS = 40_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private boolean begun;
    private long dueNanos;
    private long skippedNanos;

    /// Makes the next frame due now. Frames due since an earlier begin are skipped.
    void begin(long nowNanos) {
        if (begun) {
            skippedNanos += Math.max(0, nowNanos - dueNanos);
        }
        begun = true;
        dueNanos = nowNanos;
    }

    /// Time until the next frame; zero or negative when it is due.
    long untilDueNanos(long nowNanos) {
        if (nowNanos - dueNanos > MAX_BEHIND_NANOS) {
            skippedNanos += nowNanos - MAX_BEHIND_NANOS - dueNanos;
            dueNanos = nowNanos - MAX_BEHIND_NANOS;
        }
        return dueNanos - nowNanos;
    }

    /// The skipped time since the last call, in whole milliseconds, as samples per channel.
    long takeSkippedSamples() {
        long millis = skippedNanos / NANOS_PER_MILLI;
        skippedNanos -= millis * NANOS_PER_MILLI;
        return millis * AudioFormat.SAMPLE_RATE_HZ / 1_000;
    }

    void pulled() {
        dueNanos += AudioFormat.FRAME_NANOS;
    }
}

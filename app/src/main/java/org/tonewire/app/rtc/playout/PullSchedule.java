package org.tonewire.app.rtc.playout;

import org.tonewire.app.core.audio.AudioFormat;

/// When the next frame of received sound is due: one every 10 ms of the monotonic clock. After a
/// stall of the computer, frames are made up for as far as a device's queue would: more would empty
/// libwebrtc's jitter buffers before the packets of that time are in. Pull thread.
final class PullSchedule {
    static final long MAX_BEHIND_NANOS = 40_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private boolean begun;
    private long dueNanos;
    private long skippedNanos;

    /// The first frame is due now. What would have been due since an earlier begin is left out.
    void begin(long nowNanos) {
        if (begun) {
            skippedNanos += Math.max(0, nowNanos - dueNanos);
        }
        begun = true;
        dueNanos = nowNanos;
    }

    /// How long to wait for the next frame; not positive when it is due.
    long untilDueNanos(long nowNanos) {
        if (nowNanos - dueNanos > MAX_BEHIND_NANOS) {
            skippedNanos += nowNanos - MAX_BEHIND_NANOS - dueNanos;
            dueNanos = nowNanos - MAX_BEHIND_NANOS;
        }
        return dueNanos - nowNanos;
    }

    /// Whole milliseconds left out since this was asked last, in samples per channel.
    long takeSkippedSamples() {
        long millis = skippedNanos / NANOS_PER_MILLI;
        skippedNanos -= millis * NANOS_PER_MILLI;
        return millis * AudioFormat.SAMPLE_RATE_HZ / 1_000;
    }

    void pulled() {
        dueNanos += AudioFormat.FRAME_NANOS;
    }
}

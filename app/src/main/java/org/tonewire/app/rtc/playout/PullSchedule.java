package org.tonewire.app.rtc.playout;

import org.tonewire.app.core.audio.AudioFormat;

/// When the next frame of received sound is due: one every 10 ms of the monotonic clock. After a
/// stall of the computer, frames are made up for as far as a device's queue would: more would empty
/// libwebrtc's jitter buffers before the packets of that time are in. Pull thread.
final class PullSchedule {
    static final long MAX_BEHIND_NANOS = 40_000_000;

    private long dueNanos;

    /// The first frame is due now.
    void begin(long nowNanos) {
        dueNanos = nowNanos;
    }

    /// How long to wait for the next frame; not positive when it is due.
    long untilDueNanos(long nowNanos) {
        if (nowNanos - dueNanos > MAX_BEHIND_NANOS) {
            dueNanos = nowNanos - MAX_BEHIND_NANOS;
        }
        return dueNanos - nowNanos;
    }

    void pulled() {
        dueNanos += AudioFormat.FRAME_NANOS;
    }
}

package org.tonewire.app.rtc.playout;

import java.util.function.LongSupplier;
import org.tonewire.app.rtc.sound.RenderPace;

/// Decides when the playout that paces received sound has to restart. libwebrtc's PulseAudio module
/// enlarges its device buffer by 20 ms at every underflow (a busy moment of the computer) and never
/// shrinks it: in the end it renders in bursts too long for the track queues, or stops. A restart
/// resets the buffer. Owned by the thread that checks.
final class PlayoutWatch {
    private static final long LOOK_EVERY_NANOS = 900_000_000L;
    private static final long UNEVEN_NANOS = 45_000_000L;
    private static final int UNEVEN_LOOKS = 3;
    private static final long REST_NANOS = 8_000_000_000L;

    private final RenderPace pace;
    private final LongSupplier nanoTime;
    private long lookedAt;
    private long restartedAt;
    private int unevenLooks;

    PlayoutWatch(RenderPace pace, LongSupplier nanoTime) {
        this.pace = pace;
        this.nanoTime = nanoTime;
        lookedAt = nanoTime.getAsLong();
        restartedAt = lookedAt - REST_NANOS;
    }

    /// To be called about once a second; more often does no harm.
    boolean wantsRestart() {
        long now = nanoTime.getAsLong();
        if (now - lookedAt < LOOK_EVERY_NANOS) {
            return false;
        }
        lookedAt = now;
        unevenLooks = pace.takeLongestGapNanos() > UNEVEN_NANOS ? unevenLooks + 1 : 0;
        if (unevenLooks < UNEVEN_LOOKS || now - restartedAt < REST_NANOS) {
            return false;
        }
        unevenLooks = 0;
        restartedAt = now;
        return true;
    }
}

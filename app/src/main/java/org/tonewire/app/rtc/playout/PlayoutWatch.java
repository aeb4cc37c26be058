package org.tonewire.app.rtc.playout;

import java.util.function.LongSupplier;
import org.tonewire.app.rtc.sound.RenderPace;

/// Tells when the playout that paces received sound has to be started again. libwebrtc's PulseAudio
/// module answers every underflow (a busy moment of the computer) with 20 ms more device buffer and
/// never takes one back: in the end it renders in bursts that no queue of ours can bridge, or
/// stops. A new start takes it back to the least. Owned by the thread that looks.
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

    /// To be asked about once a second; more often does no harm.
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

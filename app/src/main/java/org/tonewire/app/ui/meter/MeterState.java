package org.tonewire.app.ui.meter;

import org.tonewire.app.core.audio.Levels;

/// Meter ballistics: the peak is held for 1.5 s, then falls by 20 dB per second; a clip stays until
/// it is reset. No nodes and no clock.
final class MeterState {
    static final long HOLD_NANOS = 1_500_000_000L;

    private static final double FALL_DB_PER_NANO = 20e-9;

    private Levels levels = Levels.silent(0);
    private float holdLeftDb = Levels.SILENCE_DB;
    private float holdRightDb = Levels.SILENCE_DB;
    private long heldLeftSince;
    private long heldRightSince;
    private long lastNanos;
    private long clipsSeen;

    void show(Levels now, long nanos) {
        float fall = (float) (Math.max(0, nanos - lastNanos) * FALL_DB_PER_NANO);
        lastNanos = nanos;
        levels = now;
        if (now.peakLeftDb() >= holdLeftDb) {
            holdLeftDb = now.peakLeftDb();
            heldLeftSince = nanos;
        } else if (nanos - heldLeftSince > HOLD_NANOS) {
            holdLeftDb = Math.max(now.peakLeftDb(), holdLeftDb - fall);
        }
        if (now.peakRightDb() >= holdRightDb) {
            holdRightDb = now.peakRightDb();
            heldRightSince = nanos;
        } else if (nanos - heldRightSince > HOLD_NANOS) {
            holdRightDb = Math.max(now.peakRightDb(), holdRightDb - fall);
        }
    }

    Levels levels() {
        return levels;
    }

    float holdLeftDb() {
        return holdLeftDb;
    }

    float holdRightDb() {
        return holdRightDb;
    }

    boolean clipped() {
        return levels.clips() > clipsSeen;
    }

    void resetClip() {
        clipsSeen = levels.clips();
    }
}

package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramePaceTest {
    private static final long FRAME = 10_000_000L;

    @Test
    void theFirstFrameIsDueAtOnceAndTheNextTenMillisecondsLater() {
        FramePace pace = new FramePace(1_000);
        assertThat(pace.waitNanos(1_000)).isZero();
        pace.delivered(1_500, 0);
        assertThat(pace.waitNanos(1_500)).isEqualTo(FRAME - 500);
    }

    @Test
    void lateWakeUpsDoNotAddUpOverTenHours() {
        FramePace pace = new FramePace(0);
        long now = 0;
        for (int i = 0; i < 3_600_000; i++) {
            now += Math.max(0, pace.waitNanos(now)) + 130_000;
            pace.delivered(now, 0);
        }
        assertThat(now).isBetween(3_599_999L * FRAME, 3_600_000L * FRAME);
        assertThat(pace.restarts()).isZero();
    }

    @Test
    void aShortStallIsCaughtUp() {
        FramePace pace = new FramePace(0);
        long now = 4 * FRAME;
        int atOnce = 0;
        while (pace.waitNanos(now) <= 0) {
            pace.delivered(now, 0);
            atOnce++;
        }
        assertThat(pace.skippedSamples()).isZero();
        assertThat(atOnce).isEqualTo(5);
        assertThat(pace.restarts()).isZero();
    }

    @Test
    void aLongStallStartsTheScheduleAgainAndIsCounted() {
        FramePace pace = new FramePace(0);
        long now = 3_000_000_000L;
        pace.delivered(now, 0);
        assertThat(pace.skippedSamples()).isEqualTo(3 * 48_000 - 480);
        assertThat(pace.restarts()).isEqualTo(1);
        assertThat(pace.waitNanos(now)).isZero();
        pace.delivered(now, 0);
        assertThat(pace.waitNanos(now)).isEqualTo(FRAME);
    }

    @Test
    void aFasterPaceIsExactOverManyFrames() {
        FramePace pace = new FramePace(0);
        for (int i = 0; i < 100_000; i++) {
            pace.delivered(0, 33);
        }
        assertThat(pace.waitNanos(0)).isEqualTo(100_000 * FRAME - 100_000 * FRAME * 33 / 1_000_000);
    }
}

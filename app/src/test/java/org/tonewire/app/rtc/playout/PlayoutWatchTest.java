package org.tonewire.app.rtc.playout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.rtc.sound.RenderPace;

class PlayoutWatchTest {
    private static final long MILLI = 1_000_000L;

    private long now;
    private final RenderPace pace = new RenderPace(() -> now);
    private final PlayoutWatch watch = new PlayoutWatch(pace, () -> now);

    @Test
    void evenPlayoutIsLeftAlone() {
        pace.trackAdded();
        for (int second = 0; second < 30; second++) {
            assertThat(secondWithGapsOf(10)).isFalse();
        }
    }

    @Test
    void aSingleStallIsLeftAlone() {
        pace.trackAdded();
        assertThat(secondWithGapsOf(10)).isFalse();
        assertThat(secondWithGapsOf(500)).isFalse();
        for (int second = 0; second < 5; second++) {
            assertThat(secondWithGapsOf(10)).isFalse();
        }
    }

    @Test
    void continuedBurstsCauseARestartAtMostEvery8Seconds() {
        pace.trackAdded();
        assertThat(secondWithGapsOf(100)).isFalse();
        assertThat(secondWithGapsOf(100)).isFalse();
        assertThat(secondWithGapsOf(100)).isTrue();
        for (int second = 0; second < 7; second++) {
            assertThat(secondWithGapsOf(100)).isFalse();
        }
        assertThat(secondWithGapsOf(100)).isTrue();
    }

    @Test
    void stoppedPlayoutCausesARestart() {
        pace.trackAdded();
        assertThat(silentSecond()).isFalse();
        assertThat(silentSecond()).isFalse();
        assertThat(silentSecond()).isTrue();
    }

    @Test
    void withoutTracksThereIsNothingToRender() {
        pace.trackAdded();
        pace.trackRemoved();
        for (int second = 0; second < 10; second++) {
            assertThat(silentSecond()).isFalse();
        }
    }

    private boolean secondWithGapsOf(long millis) {
        long end = now + 1_000 * MILLI;
        while (now < end) {
            now += millis * MILLI;
            pace.frame();
        }
        return watch.wantsRestart();
    }

    private boolean silentSecond() {
        now += 1_000 * MILLI;
        return watch.wantsRestart();
    }
}

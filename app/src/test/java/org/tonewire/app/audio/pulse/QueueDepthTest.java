package org.tonewire.app.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueDepthTest {
    private static final int MIN_FRAMES = 480;
    private static final long SECOND = 1_000_000_000;

    private final QueueDepth depth = new QueueDepth(MIN_FRAMES, 0);

    @Test
    void aServerThatRanDryQueuesHalfAsMuchMore() {
        assertThat(depth.ranDry(0)).isTrue();
        assertThat(depth.frames()).isEqualTo(720);
    }

    @Test
    void oneStallCountsOnce() {
        depth.ranDry(0);

        assertThat(depth.ranDry(SECOND / 10)).isFalse();
        assertThat(depth.frames()).isEqualTo(720);
    }

    @Test
    void theDepthHasAnEnd() {
        for (int i = 0; i < 100; i++) {
            depth.ranDry(i * SECOND);
        }

        assertThat(depth.frames()).isEqualTo(QueueDepth.MAX_FRAMES);
    }

    @Test
    void whatAStallAddedIsGivenBack() {
        long now = 0;
        for (int i = 0; i < 4; i++) {
            depth.ranDry(now);
            now += SECOND;
        }

        for (int i = 0; i < 100; i++) {
            depth.quiet(now);
            now += SECOND;
        }

        assertThat(depth.frames()).isEqualTo(MIN_FRAMES);
        assertThat(depth.quiet(now)).isFalse();
    }

    @Test
    void aStepBackIsNoMoreThanTheTracksQueuesPlayUntilTheNext() {
        for (int i = 0; i < 20; i++) {
            depth.ranDry(i * SECOND);
        }
        long last = 19 * SECOND;
        int before = depth.frames();

        for (long now = last; depth.frames() > MIN_FRAMES; now += SECOND / 10) {
            if (depth.quiet(now)) {
                assertThat(before - depth.frames()).isBetween(1, 480);
                assertThat(now - last).isGreaterThanOrEqualTo(15 * SECOND);
                before = depth.frames();
                last = now;
            }
        }
    }

    @Test
    void tenMinutesWithoutAStallMakeUpForAStepBackThatFailed() {
        depth.ranDry(0);
        assertThat(depth.quiet(15 * SECOND)).isTrue();
        depth.ranDry(16 * SECOND);
        assertThat(depth.quiet(45 * SECOND)).isFalse();
        assertThat(depth.quiet(46 * SECOND)).isTrue();

        long later = 46 * SECOND + 600 * SECOND;
        depth.quiet(later);
        depth.ranDry(later + SECOND);

        assertThat(depth.quiet(later + 16 * SECOND)).isTrue();
    }

    @Test
    void aDeviceThatNeedsMoreIsTriedLessAndLessOften() {
        int dry = 0;
        for (long now = 0; now < 3_600 * SECOND; now += SECOND) {
            boolean tooShort = depth.frames() < 720;
            boolean changed = tooShort ? depth.ranDry(now) : depth.quiet(now);
            dry += tooShort && changed ? 1 : 0;
        }

        assertThat(dry).isBetween(5, 18);
    }
}

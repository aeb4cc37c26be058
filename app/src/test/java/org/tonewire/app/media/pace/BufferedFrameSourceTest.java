package org.tonewire.app.media.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BufferedFrameSourceTest {
    private static final Buffering RADIO = new Buffering(1_000, 50, true);
    private final float[] frame = new float[960];

    @Test
    void silenceBeforeTheFirstSoundIsNoGap() {
        BufferedFrameSource frameSource = frameSource(RADIO);
        fill(frameSource, 40, 0.5f);
        assertThat(frameSource.next(frame)).isEqualTo(FrameResult.FRAME);
        assertThat(frame).containsOnly(0);
        fill(frameSource, 10, 0.5f);
        assertThat(frameSource.next(frame)).isEqualTo(FrameResult.FRAME);
        assertThat(frame).containsOnly(0.5f);
        assertThat(frameSource.gaps()).isZero();
    }

    @Test
    void anUnderrunIsOneGapHoweverLongItLasts() {
        BufferedFrameSource frameSource = frameSource(RADIO);
        fill(frameSource, 50, 0.5f);
        take(frameSource, 5);
        take(frameSource, 20);
        assertThat(frameSource.gaps()).isEqualTo(1);
        fill(frameSource, 60, 0.5f);
        take(frameSource, 10);
        assertThat(frameSource.gaps()).isEqualTo(2);
    }

    @Test
    void aLiveStreamSkipsLateSoundAfterAGap() {
        BufferedFrameSource frameSource = frameSource(RADIO);
        fill(frameSource, 50, 0.5f);
        take(frameSource, 5);
        take(frameSource, 30);
        fill(frameSource, 300, 0.5f);
        take(frameSource, 1);
        assertThat(frameSource.waitingMillis()).isEqualTo(50);
        assertThat(frameSource.position().elapsed()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void afterAnUnderrunSegmentsAreHeldSoThatTheNextMayBeAsLate() {
        BufferedFrameSource frameSource = frameSource(Buffering.SEGMENTS);
        fill(frameSource, 500, 0.5f);
        take(frameSource, 60);
        fill(frameSource, 500, 0.5f);
        take(frameSource, 100);
        assertThat(frame).containsOnly(0);
        assertThat(frameSource.waitingMillis()).isEqualTo(500);
        take(frameSource, 50);
        assertThat(frame).containsOnly(0.5f);
        assertThat(frameSource.gaps()).isEqualTo(1);
    }

    @Test
    void aStreamThatWasNeverLateMayRunAheadWithoutLoss() {
        BufferedFrameSource frameSource = frameSource(RADIO);
        fill(frameSource, 900, 0.5f);
        take(frameSource, 10);
        assertThat(frameSource.waitingMillis()).isEqualTo(800);
    }

    @Test
    void aFileLosesNothingAfterAGap() {
        BufferedFrameSource frameSource = frameSource(Buffering.FILE);
        fill(frameSource, 50, 0.5f);
        take(frameSource, 10);
        fill(frameSource, 300, 0.5f);
        take(frameSource, 1);
        assertThat(frameSource.waitingMillis()).isEqualTo(290);
        assertThat(frameSource.position().elapsed()).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void theLastFrameIsPaddedAndThenItEndsOnce() {
        BufferedFrameSource frameSource = frameSource(Buffering.FILE);
        float[] values = new float[100];
        Arrays.fill(values, 0.5f);
        frameSource.put(values, 100);
        frameSource.end(FrameResult.ENDED);
        assertThat(frameSource.next(frame)).isEqualTo(FrameResult.FRAME);
        assertThat(frame[99]).isEqualTo(0.5f);
        assertThat(frame[100]).isZero();
        assertThat(frameSource.next(frame)).isEqualTo(FrameResult.ENDED);
        assertThat(frameSource.gaps()).isZero();
    }

    @Test
    void inALoopThePositionCountsFromTheRoundsStart() {
        BufferedFrameSource frameSource = frameSource(Buffering.FILE);
        fill(frameSource, 100, 0.5f);
        frameSource.roundEnded(480L * 6);
        take(frameSource, 8);
        assertThat(frameSource.position().elapsed()).isEqualTo(Duration.ofMillis(20));
        assertThat(frameSource.position().total()).isEqualTo(Optional.of(Duration.ofMillis(60)));
    }

    @Test
    void framesOfAProducerThatPilesUpAreDeliveredFaster() {
        BufferedFrameSource frameSource = frameSource(Buffering.PIPE);
        FollowingFrameSource following = new FollowingFrameSource(frameSource, 40);
        fill(frameSource, 100, 0.5f);
        for (int i = 0; i < 400; i++) {
            following.next(frame);
            fill(frameSource, 10, 0.5f);
        }
        assertThat(following.fasterPpm()).isEqualTo(FollowingFrameSource.FASTER_PPM);
        take(frameSource, 6);
        for (int i = 0; i < 400; i++) {
            following.next(frame);
            fill(frameSource, 10, 0.5f);
        }
        assertThat(following.fasterPpm()).isZero();
    }

    private static BufferedFrameSource frameSource(Buffering buffering) {
        return new BufferedFrameSource(buffering, () -> {});
    }

    private static void fill(BufferedFrameSource frameSource, int millis, float value) {
        float[] values = new float[millis * 96];
        Arrays.fill(values, value);
        assertThat(frameSource.put(values, values.length)).isTrue();
    }

    private void take(BufferedFrameSource frameSource, int frames) {
        for (int i = 0; i < frames; i++) {
            frameSource.next(frame);
        }
    }
}

package org.tonewire.app.media.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BufferedSupplyTest {
    private static final Buffering RADIO = new Buffering(1_000, 50, true);
    private final float[] frame = new float[960];

    @Test
    void silenceUntilEnoughIsThereIsNoGap() {
        BufferedSupply supply = supply(RADIO);
        fill(supply, 40, 0.5f);
        assertThat(supply.next(frame)).isEqualTo(Supply.FRAME);
        assertThat(frame).containsOnly(0);
        fill(supply, 10, 0.5f);
        assertThat(supply.next(frame)).isEqualTo(Supply.FRAME);
        assertThat(frame).containsOnly(0.5f);
        assertThat(supply.gaps()).isZero();
    }

    @Test
    void runningDryIsOneGapHoweverLongItLasts() {
        BufferedSupply supply = supply(RADIO);
        fill(supply, 50, 0.5f);
        take(supply, 5);
        take(supply, 20);
        assertThat(supply.gaps()).isEqualTo(1);
        fill(supply, 60, 0.5f);
        take(supply, 10);
        assertThat(supply.gaps()).isEqualTo(2);
    }

    @Test
    void aLiveStreamGivesItsGapBackSoThatItDoesNotFallBehind() {
        BufferedSupply supply = supply(RADIO);
        fill(supply, 50, 0.5f);
        take(supply, 5);
        take(supply, 30);
        fill(supply, 300, 0.5f);
        take(supply, 1);
        assertThat(supply.waitingMillis()).isEqualTo(50);
        assertThat(supply.position().elapsed()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aStreamThatWasNeverLateMayRunAheadWithoutLosingAnything() {
        BufferedSupply supply = supply(RADIO);
        fill(supply, 900, 0.5f);
        take(supply, 10);
        assertThat(supply.waitingMillis()).isEqualTo(800);
    }

    @Test
    void aFileLosesNothingAfterAGap() {
        BufferedSupply supply = supply(Buffering.FILE);
        fill(supply, 50, 0.5f);
        take(supply, 10);
        fill(supply, 300, 0.5f);
        take(supply, 1);
        assertThat(supply.waitingMillis()).isEqualTo(290);
        assertThat(supply.position().elapsed()).isEqualTo(Duration.ofMillis(60));
    }

    @Test
    void theLastFrameIsPaddedAndThenItEndsOnce() {
        BufferedSupply supply = supply(Buffering.FILE);
        float[] values = new float[100];
        Arrays.fill(values, 0.5f);
        supply.put(values, 100);
        supply.end(Supply.ENDED);
        assertThat(supply.next(frame)).isEqualTo(Supply.FRAME);
        assertThat(frame[99]).isEqualTo(0.5f);
        assertThat(frame[100]).isZero();
        assertThat(supply.next(frame)).isEqualTo(Supply.ENDED);
        assertThat(supply.gaps()).isZero();
    }

    @Test
    void inALoopThePositionIsThatOfTheRound() {
        BufferedSupply supply = supply(Buffering.FILE);
        fill(supply, 100, 0.5f);
        supply.roundEnded(480L * 6);
        take(supply, 8);
        assertThat(supply.position().elapsed()).isEqualTo(Duration.ofMillis(20));
        assertThat(supply.position().total()).isEqualTo(Optional.of(Duration.ofMillis(60)));
    }

    @Test
    void aFollowedProducerThatPilesUpIsHandedOverFaster() {
        BufferedSupply supply = supply(Buffering.PIPE);
        FollowingSupply following = new FollowingSupply(supply, 40);
        fill(supply, 100, 0.5f);
        for (int i = 0; i < 400; i++) {
            following.next(frame);
            fill(supply, 10, 0.5f);
        }
        assertThat(following.fasterPpm()).isEqualTo(FollowingSupply.FASTER_PPM);
        take(supply, 6);
        for (int i = 0; i < 400; i++) {
            following.next(frame);
            fill(supply, 10, 0.5f);
        }
        assertThat(following.fasterPpm()).isZero();
    }

    private static BufferedSupply supply(Buffering buffering) {
        return new BufferedSupply(buffering, () -> {});
    }

    private static void fill(BufferedSupply supply, int millis, float value) {
        float[] values = new float[millis * 96];
        Arrays.fill(values, value);
        assertThat(supply.put(values, values.length)).isTrue();
    }

    private void take(BufferedSupply supply, int frames) {
        for (int i = 0; i < frames; i++) {
            supply.next(frame);
        }
    }
}

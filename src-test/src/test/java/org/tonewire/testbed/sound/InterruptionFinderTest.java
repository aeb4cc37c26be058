package org.tonewire.testbed.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterruptionFinderTest {
    private static final double GAP_SECONDS = 0.010;

    private final float[] tone =
            Signals.tones(LEFT_HZ, RIGHT_HZ, -12, Duration.ofSeconds(4)).left();

    @Test
    void aSteadyToneHasNone() {
        assertThat(InterruptionFinder.find(tone, RATE_HZ, GAP_SECONDS)).isEmpty();
    }

    @Test
    void aSteadyToneInNoiseHasNone() {
        var random = new Random(7);
        for (int i = 0; i < tone.length; i++) {
            tone[i] += (float) (0.01 * random.nextGaussian());
        }

        assertThat(InterruptionFinder.find(tone, RATE_HZ, GAP_SECONDS)).isEmpty();
    }

    @Test
    void aSlightlyDetunedToneHasNone() {
        var detuned = Signals.tones(LEFT_HZ * 1.0005, 1, -12, Duration.ofSeconds(4)).left();

        assertThat(InterruptionFinder.find(detuned, RATE_HZ, GAP_SECONDS)).isEmpty();
    }

    @Test
    void aHoleOf12MillisecondsIsFound() {
        Arrays.fill(tone, 96_000, 96_000 + 12 * 48, 0);

        var found = InterruptionFinder.find(tone, RATE_HZ, GAP_SECONDS);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo(Interruption.Kind.GAP);
        assertThat(found.getFirst().atSeconds()).isCloseTo(2, within(0.002));
        assertThat(found.getFirst().lengthSeconds()).isCloseTo(0.012, within(0.001));
    }

    @Test
    void aHoleOf8MillisecondsIsShortEnough() {
        Arrays.fill(tone, 96_000, 96_000 + 8 * 48, 0);

        assertThat(InterruptionFinder.find(tone, RATE_HZ, GAP_SECONDS)).isEmpty();
    }

    @Test
    void everyHoleIsFound() {
        for (int i = 1; i <= 7; i++) {
            Arrays.fill(tone, i * 24_000, i * 24_000 + 20 * 48, 0);
        }

        assertThat(InterruptionFinder.find(tone, RATE_HZ, GAP_SECONDS)).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 240, 480, 960, 1_920})
    void lostSamplesAreAJump(int lost) {
        var shortened = new float[tone.length - lost];
        System.arraycopy(tone, 0, shortened, 0, 100_000);
        System.arraycopy(tone, 100_000 + lost, shortened, 100_000, shortened.length - 100_000);

        var found = InterruptionFinder.find(shortened, RATE_HZ, GAP_SECONDS);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo(Interruption.Kind.JUMP);
        assertThat(found.getFirst().atSeconds()).isCloseTo(100_000 / 48_000.0, within(0.01));
    }

    @Test
    void aRepeatedPacketIsAJump() {
        var lengthened = new float[tone.length + 480];
        System.arraycopy(tone, 0, lengthened, 0, 100_000);
        System.arraycopy(tone, 100_000 - 480, lengthened, 100_000, tone.length - 100_000 + 480);

        assertThat(InterruptionFinder.find(lengthened, RATE_HZ, GAP_SECONDS)).isNotEmpty();
    }
}

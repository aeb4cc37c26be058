package org.tonewire.testbed.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneMeterTest {
    private static final Duration SECONDS_3 = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(doubles = {50, 440, 443.217, 617, 999.99, 5_000.5, 15_000})
    void frequencyIsFoundWithinATenThousandth(double hz) {
        var tones = Signals.tones(hz, hz, -12, SECONDS_3);

        assertThat(ToneMeter.frequencyHz(tones.left(), RATE_HZ)).isCloseTo(hz, within(hz * 1e-4));
    }

    @Test
    void frequencyIsFoundInNoise() {
        var samples = Signals.tones(LEFT_HZ, LEFT_HZ, -12, SECONDS_3).left();
        var random = new Random(1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (0.02 * random.nextGaussian());
        }

        assertThat(ToneMeter.frequencyHz(samples, RATE_HZ))
                .isCloseTo(LEFT_HZ, within(LEFT_HZ * 1e-4));
    }

    @Test
    void aThousandthOfDetuningIsSeen() {
        var detuned = Signals.tones(LEFT_HZ * 1.001, RIGHT_HZ, -12, SECONDS_3);

        assertThat(ToneMeter.frequencyHz(detuned.left(), RATE_HZ) / LEFT_HZ)
                .isCloseTo(1.001, within(1e-4));
    }

    @Test
    void levelIsThatOfTheOneTone() {
        var tones = Signals.tones(LEFT_HZ, RIGHT_HZ, -20, SECONDS_3);
        var both = tones.left().clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += tones.right()[i];
        }

        assertThat(ToneMeter.levelDbfs(both, RATE_HZ, LEFT_HZ)).isCloseTo(-20, within(0.01));
        assertThat(ToneMeter.levelDbfs(both, RATE_HZ, RIGHT_HZ)).isCloseTo(-20, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-800, -150, 0, 800})
    void aToneThatIsPlayedALittleFasterOrSlowerHasItsLevel(double ppm) {
        var samples = Signals.tones(RIGHT_HZ * (1 + ppm / 1e6), LEFT_HZ, -12, SECONDS_3).left();

        assertThat(ToneMeter.levelNearDbfs(samples, RATE_HZ, RIGHT_HZ))
                .isCloseTo(-12, within(0.05));
        assertThat(ToneMeter.levelNearDbfs(samples, RATE_HZ, RIGHT_HZ * 1.05)).isLessThan(-62);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 80})
    void separationIsWhatLeaks(double leakDb) {
        var tones = Signals.tones(LEFT_HZ, RIGHT_HZ, -6, SECONDS_3);
        var right = tones.right().clone();
        for (int i = 0; i < right.length; i++) {
            right[i] += (float) (tones.left()[i] * Math.pow(10, -leakDb / 20));
        }
        var leaking = new StereoSound(tones.left(), right, RATE_HZ);

        assertThat(ToneMeter.separationDb(leaking)).isCloseTo(leakDb, within(0.1));
    }

    @Test
    void cleanTonesAreFarApart() {
        assertThat(ToneMeter.separationDb(Signals.tones(LEFT_HZ, RIGHT_HZ, -6, SECONDS_3)))
                .isGreaterThan(110);
    }
}

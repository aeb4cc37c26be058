package org.tonewire.testbed.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aSineIsThreeDecibelsBelowItsPeak() {
        var tone = Signals.tones(440, 440, -10, SECOND).left();

        assertThat(Levels.peakDbfs(tone)).isCloseTo(-10, within(0.01));
        assertThat(Levels.rmsDbfs(tone)).isCloseTo(-13.01, within(0.01));
    }

    @Test
    void silenceIsWithoutEnd() {
        assertThat(Levels.rmsDbfs(new float[100])).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Levels.isSilent(Signals.silence(SECOND))).isTrue();
    }

    @Test
    void oneSampleIsNotSilence() {
        var samples = new float[48_000];
        samples[47_999] = 1f / 32_768;

        assertThat(Levels.isSilent(new StereoSound(new float[48_000], samples, 48_000))).isFalse();
    }
}

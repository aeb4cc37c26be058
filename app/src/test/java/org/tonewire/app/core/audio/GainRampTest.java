package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GainRampTest {
    @Test
    void everyStepIsAtMostTheChangeOverTheFrameLength() {
        GainRamp ramp = new GainRamp(0);
        Random random = new Random(7);
        float left = 0;
        float right = 0;
        for (int i = 0; i < 500; i++) {
            float toLeft = random.nextFloat() * 4;
            float toRight = random.nextFloat() * 4;
            float[] frame = Frames.constant(1f);
            ramp.apply(frame, toLeft, toRight);

            assertThat(Frames.greatestStep(frame, left, 0))
                    .isLessThanOrEqualTo(Math.abs(toLeft - left) / 480 + 1e-4f);
            assertThat(Frames.greatestStep(frame, right, 1))
                    .isLessThanOrEqualTo(Math.abs(toRight - right) / 480 + 1e-4f);
            left = toLeft;
            right = toRight;
        }
    }

    @Test
    void afterOneFrameTheGainIsExact() {
        GainRamp ramp = new GainRamp(0);
        ramp.apply(Frames.constant(1f), 0.3f, 0.7f);
        float[] frame = Frames.constant(0.5f);
        ramp.apply(frame, 0.3f, 0.7f);

        assertThat(frame).isEqualTo(Frames.constant(0.5f * 0.3f, 0.5f * 0.7f));
    }

    @Test
    void unityGainChangesNothing() {
        GainRamp ramp = new GainRamp(1);
        float[] frame = Frames.sine(997, 0.8, 3);
        ramp.apply(frame, 1, 1);

        assertThat(frame).isEqualTo(Frames.sine(997, 0.8, 3));
    }

    @Test
    void aRampToZeroEndsInExactZeros() {
        GainRamp ramp = new GainRamp(1.7f);
        ramp.apply(Frames.constant(1f), 0, 0);
        float[] frame = Frames.constant(1f);
        ramp.apply(frame, 0, 0);

        assertThat(frame).containsOnly(0f);
    }

    @Test
    void aJumpTakesEffectAtOnce() {
        GainRamp ramp = new GainRamp(1);
        ramp.jumpTo(0);
        float[] frame = Frames.constant(1f);
        ramp.apply(frame, 0, 0);

        assertThat(frame).containsOnly(0f);
    }
}

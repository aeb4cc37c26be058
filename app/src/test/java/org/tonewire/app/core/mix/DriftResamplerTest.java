package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.SampleRing;

class DriftResamplerTest {
    private static final int DELAY = 17;

    private final SampleRing ring = new SampleRing(1 << 20);
    private final float[] block = new float[2 * 240];

    @Test
    void atTheNominalRatioSamplesComeOutUnchanged() {
        sine(1_000, 24_000);
        DriftResampler resampler = new DriftResampler();
        for (int from = 0; from < 20_000; from += 240) {
            resampler.play(ring, block, 240);
            for (int i = 0; i < 240; i++) {
                int sample = from + i - DELAY;
                float expected = sample < 0 ? 0 : value(1_000, sample);
                assertThat((double) block[2 * i]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void aChangeOfTheRatioMakesNoStep() {
        sine(1_000, 400_000);
        DriftResampler resampler = new DriftResampler();
        double steepest = 0;
        float last = 0;
        double[] ppms = {0, 3_000, -3_000, 100, 0, 3_000, 0};
        for (int second = 0; second < ppms.length; second++) {
            resampler.fasterPpm(ppms[second]);
            for (int chunk = 0; chunk < 200; chunk++) {
                resampler.play(ring, block, 240);
                for (int i = 0; i < 240; i++) {
                    steepest = Math.max(steepest, Math.abs(block[2 * i] - last));
                    last = block[2 * i];
                }
            }
        }
        assertThat(steepest).isLessThan(0.5 * 2 * Math.PI * 1_000 / 48_000 * 1.01);
    }

    @Test
    void noiseAndDistortionStayFarBelowTheSound() {
        int hz = 10_000;
        sine(hz, 200_000);
        DriftResampler resampler = new DriftResampler();
        resampler.fasterPpm(1_000);
        double step = 1.001;
        double error = 0;
        double power = 0;
        for (int chunk = 0; chunk < 400; chunk++) {
            resampler.play(ring, block, 240);
            for (int i = 0; i < 240; i++) {
                double at = (chunk * 240 + i) * step - DELAY;
                if (at > 100) {
                    double expected = 0.5 * Math.sin(2 * Math.PI * hz * at / 48_000);
                    error += (block[2 * i] - expected) * (block[2 * i] - expected);
                    power += expected * expected;
                }
            }
        }
        assertThat(10 * Math.log10(error / power)).isLessThan(-80);
    }

    @Test
    void itTakesExactlyTheSamplesItAnnounced() {
        sine(500, 100_000);
        DriftResampler resampler = new DriftResampler();
        resampler.fasterPpm(2_345);
        int before = ring.readable();
        int taken = 0;
        for (int chunk = 0; chunk < 200; chunk++) {
            taken += resampler.needed(137);
            resampler.play(ring, block, 137);
        }
        assertThat(before - ring.readable()).isEqualTo(2 * taken);
        assertThat(taken)
                .isBetween((int) (200 * 137 * 1.002345) - 1, (int) (200 * 137 * 1.002345) + 1);
    }

    private void sine(double hz, int samples) {
        float[] pair = new float[2];
        for (int i = 0; i < samples; i++) {
            pair[0] = value(hz, i);
            pair[1] = -pair[0];
            ring.write(pair, 0, 2);
        }
    }

    private static float value(double hz, int sample) {
        return (float) (0.5 * Math.sin(2 * Math.PI * hz * sample / 48_000));
    }
}

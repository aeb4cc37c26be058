package org.tonewire.app.core.mix;

import java.util.Arrays;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.SampleRing;

/// Plays a ring slightly faster or slower than nominal: a windowed sinc of 32 taps, read between
/// its samples. A change of the ratio makes no click, because the position is continuous. At the
/// nominal ratio and a whole position every sample comes out unchanged, 17 samples later.
///
/// Owned by the thread that plays the ring.
final class DriftResampler {
    static final int TAPS = 32;
    private static final int HALF = TAPS / 2;
    private static final int PHASES = 256;
    private static final double KAISER_BETA = 9;
    private static final float[] TABLE = table();

    /// The last taps of the block before, then the present block.
    private final float[] input =
            new float[(TAPS + 2 * Renderer.MAX_SAMPLES) * AudioFormat.CHANNELS];

    private double position;
    private double step = 1;

    private static float[] table() {
        float[] table = new float[(PHASES + 1) * TAPS];
        for (int phase = 0; phase <= PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - (HALF - 1) - (double) phase / PHASES;
                table[phase * TAPS + tap] = (float) (sinc(x) * kaiser(x / HALF));
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-12 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1
                ? 0
                : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    void fasterPpm(double ppm) {
        step = 1 + ppm / 1e6;
    }

    /// The number of samples that are taken from the ring to play so many.
    int needed(int samples) {
        return (int) (position + samples * step);
    }

    /// Clears the history, for a new start.
    void clear() {
        Arrays.fill(input, 0);
        position = 0;
    }

    /// Writes the next samples, interleaved, to the output; takes [#needed(int)] samples from the
    /// ring, which must hold them.
    ///
    /// @param samples per channel, at most [Renderer#MAX_SAMPLES]
    void play(SampleRing ring, float[] output, int samples) {
        int fresh = needed(samples);
        ring.read(input, TAPS * 2, fresh * 2);
        double at = position;
        for (int i = 0; i < samples; i++) {
            int whole = (int) at;
            interpolate(whole, at - whole, output, 2 * i);
            at += step;
        }
        position = Math.max(0, at - fresh);
        System.arraycopy(input, fresh * 2, input, 0, TAPS * 2);
    }

    private void interpolate(int from, double fraction, float[] output, int to) {
        double exact = fraction * PHASES;
        int phase = (int) exact;
        float share = (float) (exact - phase);
        int row = phase * TAPS;
        int at = 2 * from;
        float left = 0;
        float right = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            float low = TABLE[row + tap];
            float weight = low + share * (TABLE[row + TAPS + tap] - low);
            left += weight * input[at];
            right += weight * input[at + 1];
            at += 2;
        }
        output[to] = left;
        output[to + 1] = right;
    }
}

package org.tonewire.testbed.sound;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Measures tones: their frequency, their level, and how far a neighbour channel keeps out of them.
public final class ToneMeter {
    private static final double STEP_SECONDS = 0.1;

    private static final double NEAR = 1e-3;
    private static final int NEAR_STEPS = 8;

    private ToneMeter() {}

    /// The frequency of the strongest tone, within 0.01 % from half a second of sound on. A phase
    /// jump or two do not move it: it is the median of what single steps of 0.1 s say.
    public static double frequencyHz(float[] samples, int rateHz) {
        double coarseHz = Spectrum.of(samples, rateHz, 1 << 15).peakHz();
        int step = (int) (STEP_SECONDS * rateHz);
        int steps = samples.length / step - 1;
        if (steps < 2) {
            throw new IllegalArgumentException("too short for a frequency: " + samples.length);
        }
        var errorsHz = new double[steps];
        double before = Phasor.hann(samples, 0, step, coarseHz / rateHz).phase();
        for (int i = 0; i < steps; i++) {
            double after = Phasor.hann(samples, (i + 1) * step, step, coarseHz / rateHz).phase();
            errorsHz[i] = Phasor.turn(before, after) / (2 * Math.PI * STEP_SECONDS);
            before = after;
        }
        return coarseHz + median(errorsHz);
    }

    /// The peak of the tone at this frequency, whatever else sounds: the median of half seconds, so
    /// that a short interruption, which has every frequency in it, does not count.
    public static double levelDbfs(float[] samples, int rateHz, double frequencyHz) {
        int step = Math.min(samples.length, rateHz / 2);
        var amplitudes = new double[samples.length / step];
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] = Phasor.hann(samples, i * step, step, frequencyHz / rateHz).amplitude();
        }
        return Levels.decibels(median(amplitudes));
    }

    /// The same for a tone that a listener's queue control plays up to 0.1 % faster or slower: the
    /// highest level in that range. At a fixed frequency the half seconds would blur what drifts.
    public static double levelNearDbfs(float[] samples, int rateHz, double frequencyHz) {
        return IntStream.rangeClosed(-NEAR_STEPS, NEAR_STEPS)
                .mapToDouble(step -> frequencyHz * (1 + NEAR * step / NEAR_STEPS))
                .map(near -> levelDbfs(samples, rateHz, near))
                .max()
                .orElseThrow();
    }

    /// How much lower each channel's tone is in the other channel: the worse of both.
    public static double separationDb(StereoSound sound) {
        return Math.min(
                separationDb(sound.left(), sound.right(), sound.rateHz()),
                separationDb(sound.right(), sound.left(), sound.rateHz()));
    }

    private static double separationDb(float[] own, float[] other, int rateHz) {
        double frequencyHz = frequencyHz(own, rateHz);
        return levelDbfs(own, rateHz, frequencyHz) - levelDbfs(other, rateHz, frequencyHz);
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

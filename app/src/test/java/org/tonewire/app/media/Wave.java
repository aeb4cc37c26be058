package org.tonewire.app.media;

import java.util.Arrays;

/// Measures a recorded channel.
final class Wave {
    private final float[] samples;

    Wave(float[] samples) {
        this.samples = samples;
    }

    Wave part(int from, int to) {
        return new Wave(Arrays.copyOfRange(samples, from, to));
    }

    int length() {
        return samples.length;
    }

    double rms() {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }

    double levelDb() {
        return 20 * Math.log10(Math.max(1e-9, rms()));
    }

    /// The level of one tone.
    double toneDb(double hz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            double window = 1 - Math.cos(2 * Math.PI * i / samples.length);
            double phase = 2 * Math.PI * hz * i / 48_000;
            real += samples[i] * window * Math.cos(phase);
            imaginary += samples[i] * window * Math.sin(phase);
        }
        double amplitude = 2 * Math.hypot(real, imaginary) / samples.length;
        return 20 * Math.log10(Math.max(1e-9, amplitude / Math.sqrt(2)));
    }

    /// The frequency from the first rising zero crossing to the last.
    double frequencyHz() {
        double first = -1;
        double last = -1;
        int crossings = 0;
        for (int i = 1; i < samples.length; i++) {
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                last = i - 1 + samples[i - 1] / (double) (samples[i - 1] - samples[i]);
                if (first < 0) {
                    first = last;
                } else {
                    crossings++;
                }
            }
        }
        return crossings * 48_000.0 / (last - first);
    }

    /// The largest step from one sample to the next: a click makes it large.
    double steepest() {
        double most = 0;
        for (int i = 1; i < samples.length; i++) {
            most = Math.max(most, Math.abs(samples[i] - samples[i - 1]));
        }
        return most;
    }

    /// The longest run of silence, in samples.
    int longestSilence() {
        int longest = 0;
        int run = 0;
        for (float sample : samples) {
            run = Math.abs(sample) < 1e-4 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}

package org.tonewire.testbed.sound;

/// The magnitudes of a Hann-windowed discrete Fourier transform.
final class Spectrum {
    private final double[] magnitudes;
    private final double binHz;

    private Spectrum(double[] magnitudes, double binHz) {
        this.magnitudes = magnitudes;
        this.binHz = binHz;
    }

    /// Looks at the middle of the samples: the largest power of two that fits, `most` at most.
    static Spectrum of(float[] samples, int rateHz, int most) {
        int size = Math.min(Integer.highestOneBit(samples.length), Integer.highestOneBit(most));
        int first = (samples.length - size) / 2;
        var real = new double[size];
        var imaginary = new double[size];
        for (int i = 0; i < size; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / size);
            real[i] = window * samples[first + i];
        }
        transform(real, imaginary);
        var magnitudes = new double[size / 2];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.hypot(real[i], imaginary[i]);
        }
        return new Spectrum(magnitudes, (double) rateHz / size);
    }

    /// The frequency of the highest peak above 20 Hz, by a parabola through its logarithms.
    double peakHz() {
        int peak = Math.max(1, (int) (20 / binHz));
        for (int i = peak; i < magnitudes.length - 1; i++) {
            if (magnitudes[i] > magnitudes[peak]) {
                peak = i;
            }
        }
        double below = Math.log(magnitudes[peak - 1] + Double.MIN_NORMAL);
        double at = Math.log(magnitudes[peak] + Double.MIN_NORMAL);
        double above = Math.log(magnitudes[peak + 1] + Double.MIN_NORMAL);
        double curve = below - 2 * at + above;
        return binHz * (peak + (curve == 0 ? 0 : 0.5 * (below - above) / curve));
    }

    /// In place, radix 2.
    private static void transform(double[] real, double[] imaginary) {
        int size = real.length;
        reorder(real, imaginary);
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = -Math.sin(Math.PI * k / half);
                for (int i = k; i < size; i += 2 * half) {
                    int j = i + half;
                    double re = real[j] * cos - imaginary[j] * sin;
                    double im = real[j] * sin + imaginary[j] * cos;
                    real[j] = real[i] - re;
                    imaginary[j] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private static void reorder(double[] real, double[] imaginary) {
        int shift = Integer.numberOfLeadingZeros(real.length) + 1;
        for (int i = 1; i < real.length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}

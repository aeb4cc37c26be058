package org.tonewire.testbed.sound;

/// Amplitude and phase of one frequency in a stretch of samples, by correlation.
record Phasor(double real, double imaginary) {
    double amplitude() {
        return Math.hypot(real, imaginary);
    }

    double phase() {
        return Math.atan2(imaginary, real);
    }

    /// Through a Hann window: other tones more than a few periods of the stretch away do not count.
    /// Phases of different stretches refer to the same clock, which starts at sample 0.
    static Phasor hann(float[] samples, int first, int length, double cyclesPerSample) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < length; i++) {
            double window = 1 - Math.cos(2 * Math.PI * (i + 0.5) / length);
            double turns = cyclesPerSample * (first + i);
            double angle = 2 * Math.PI * (turns - Math.floor(turns));
            real += window * samples[first + i] * Math.cos(angle);
            imaginary -= window * samples[first + i] * Math.sin(angle);
        }
        return new Phasor(2 * real / length, 2 * imaginary / length);
    }

    /// The angle from `phase` to `other`, in -π to π.
    static double turn(double phase, double other) {
        return Math.IEEEremainder(other - phase, 2 * Math.PI);
    }
}

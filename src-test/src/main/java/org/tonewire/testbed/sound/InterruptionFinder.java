package org.tonewire.testbed.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds drop-outs in a recording of one steady tone.
///
/// The tone is multiplied with its own frequency and averaged over one period: what remains is its
/// envelope, where a hole of a period or longer shows with its true length, and its phase, where
/// lost or repeated samples show as a step.
public final class InterruptionFinder {
    private static final double JUMP_RADIANS = Math.toRadians(20);
    private static final double PHASE_STEP_SECONDS = 0.005;

    private final double[] real;
    private final double[] imaginary;
    private final int rateHz;
    private final int period;

    private InterruptionFinder(float[] samples, int rateHz, double frequencyHz) {
        this.rateHz = rateHz;
        this.period = (int) Math.round(rateHz / frequencyHz);
        int length = Math.max(0, samples.length - period + 1);
        this.real = new double[length];
        this.imaginary = new double[length];
        demodulate(samples, frequencyHz / rateHz);
    }

    /// Gaps longer than `gapSeconds`, and jumps, in the order of time.
    public static List<Interruption> find(float[] samples, int rateHz, double gapSeconds) {
        double frequencyHz = ToneMeter.frequencyHz(samples, rateHz);
        var finder = new InterruptionFinder(samples, rateHz, frequencyHz);
        boolean[] isLow = finder.lowPlaces();
        var found = new ArrayList<Interruption>();
        finder.addGaps(isLow, gapSeconds, found);
        finder.addJumps(isLow, found);
        found.sort(Comparator.comparingDouble(Interruption::atSeconds));
        return List.copyOf(found);
    }

    private void demodulate(float[] samples, double cyclesPerSample) {
        double sumReal = 0;
        double sumImaginary = 0;
        var re = new double[samples.length];
        var im = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            double turns = cyclesPerSample * i;
            double angle = 2 * Math.PI * (turns - Math.floor(turns));
            re[i] = samples[i] * Math.cos(angle);
            im[i] = -samples[i] * Math.sin(angle);
            sumReal += re[i];
            sumImaginary += im[i];
            int first = i - period + 1;
            if (first >= 0) {
                real[first] = 2 * sumReal / period;
                imaginary[first] = 2 * sumImaginary / period;
                sumReal -= re[first];
                sumImaginary -= im[first];
            }
        }
    }

    private boolean[] lowPlaces() {
        var envelope = new double[real.length];
        for (int i = 0; i < real.length; i++) {
            envelope[i] = Math.hypot(real[i], imaginary[i]);
        }
        double half = ToneMeter.median(envelope) / 2;
        var isLow = new boolean[real.length];
        for (int i = 0; i < real.length; i++) {
            isLow[i] = envelope[i] <= half;
        }
        return isLow;
    }

    private void addGaps(boolean[] isLow, double gapSeconds, List<Interruption> found) {
        int start = -1;
        for (int i = 0; i <= isLow.length; i++) {
            boolean low = i < isLow.length && isLow[i];
            if (low && start < 0) {
                start = i;
            } else if (!low && start >= 0) {
                double length = (double) (i - start) / rateHz;
                if (length > gapSeconds) {
                    found.add(new Interruption(Interruption.Kind.GAP, seconds(start), length));
                }
                start = -1;
            }
        }
    }

    /// A step of the phase within 5 ms, away from gaps. The clocks' own drift is far slower.
    /// Neighbours within 20 ms are one jump.
    private void addJumps(boolean[] isLow, List<Interruption> found) {
        int step = Math.max(period, (int) (PHASE_STEP_SECONDS * rateHz));
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + step < real.length; i += step / 2) {
            if (isLow[i] || isLow[i + step]) {
                continue;
            }
            double turn = Phasor.turn(phase(i), phase(i + step));
            if (Math.abs(turn) > JUMP_RADIANS) {
                if (seconds(i) - last > 0.02) {
                    found.add(new Interruption(Interruption.Kind.JUMP, seconds(i), 0));
                }
                last = seconds(i);
            }
        }
    }

    private double phase(int i) {
        return Math.atan2(imaginary[i], real[i]);
    }

    private double seconds(int place) {
        return (place + period / 2.0) / rateHz;
    }
}

package org.tonewire.testbed.sound;

import java.time.Duration;

/// Signals whose way through the wire can be measured at its end.
public final class Signals {
    public static final int RATE_HZ = 48_000;

    /// Tones whose periods fit into no packet: lost or repeated packets of 2.5, 5, 10 or 20 ms turn
    /// their phase by 30 degrees and more. They lie in bands of Opus far apart: two tones in one
    /// band share their place between left and right, and leak up to -50 dB into each other.
    public static final double LEFT_HZ = 443;

    public static final double RIGHT_HZ = 1361;

    private static final double CLICK_HZ = 2_000;
    private static final int CLICK_FRAMES = RATE_HZ / 500;

    private Signals() {}

    /// A tone a channel, each with a peak of `peakDbfs`.
    public static StereoSound tones(
            double leftHz, double rightHz, double peakDbfs, Duration length) {
        double peak = Math.pow(10, peakDbfs / 20);
        return new StereoSound(tone(leftHz, peak, length), tone(rightHz, peak, length), RATE_HZ);
    }

    public static StereoSound silence(Duration length) {
        return new StereoSound(new float[frames(length)], new float[frames(length)], RATE_HZ);
    }

    /// A click on both channels at the start of each period, beginning after the first: 2 ms of 2
    /// kHz, which every codec lets through.
    public static StereoSound clicks(Duration period, double peakDbfs, Duration length) {
        double peak = Math.pow(10, peakDbfs / 20);
        var samples = new float[frames(length)];
        for (int start = frames(period); start < samples.length; start += frames(period)) {
            int end = Math.min(start + CLICK_FRAMES, samples.length);
            for (int i = start; i < end; i++) {
                samples[i] =
                        (float)
                                (peak
                                        * Math.sin(
                                                2
                                                        * Math.PI
                                                        * CLICK_HZ
                                                        * (i - start + 1)
                                                        / RATE_HZ));
            }
        }
        return new StereoSound(samples, samples.clone(), RATE_HZ);
    }

    private static float[] tone(double frequencyHz, double peak, Duration length) {
        var samples = new float[frames(length)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (peak * Math.sin(2 * Math.PI * frequencyHz * i / RATE_HZ));
        }
        return samples;
    }

    private static int frames(Duration length) {
        return Math.toIntExact(Math.round(length.toNanos() * 1e-9 * RATE_HZ));
    }
}

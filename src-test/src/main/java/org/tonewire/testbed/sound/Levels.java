package org.tonewire.testbed.sound;

/// How loud samples are. Zero is reported as negative infinity.
public final class Levels {
    private Levels() {}

    /// Root mean square, against a full-scale square wave: a full-scale sine is at -3.01.
    public static double rmsDbfs(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return decibels(Math.sqrt(sum / samples.length));
    }

    public static double peakDbfs(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return decibels(peak);
    }

    /// True if not one sample differs from zero.
    public static boolean isSilent(float[] samples) {
        for (float sample : samples) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    public static boolean isSilent(StereoSound sound) {
        return isSilent(sound.left()) && isSilent(sound.right());
    }

    static double decibels(double ratio) {
        return 20 * Math.log10(ratio);
    }
}

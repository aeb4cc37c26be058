package org.tonewire.testbed.sound;

import java.time.Duration;
import java.util.Arrays;

/// Two channels of samples, full scale at 1. The arrays are shared, not copied: treat them as
/// fixed.
public final class StereoSound {
    private final float[] left;
    private final float[] right;
    private final int rateHz;

    public StereoSound(float[] left, float[] right, int rateHz) {
        if (left.length != right.length) {
            throw new IllegalArgumentException(left.length + " and " + right.length + " samples");
        }
        this.left = left;
        this.right = right;
        this.rateHz = rateHz;
    }

    public float[] left() {
        return left;
    }

    public float[] right() {
        return right;
    }

    public int rateHz() {
        return rateHz;
    }

    public int frames() {
        return left.length;
    }

    public double seconds() {
        return (double) left.length / rateHz;
    }

    /// The part that starts `from` after the beginning, `length` long.
    public StereoSound part(Duration from, Duration length) {
        int first = frames(from);
        int last = first + frames(length);
        if (last > left.length) {
            throw new IllegalArgumentException(
                    "%s from %s is past the end at %.3f s".formatted(length, from, seconds()));
        }
        return new StereoSound(
                Arrays.copyOfRange(left, first, last),
                Arrays.copyOfRange(right, first, last),
                rateHz);
    }

    private int frames(Duration length) {
        return Math.toIntExact(Math.round(length.toNanos() * 1e-9 * rateHz));
    }
}

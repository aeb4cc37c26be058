package org.tonewire.testbed.sound;

import java.util.ArrayList;
import java.util.List;

/// Finds where clicks begin.
public final class ClickFinder {
    private ClickFinder() {}

    /// The frames where the sound first passes a quarter of its highest peak after at least
    /// `quietSeconds` below it. Nothing above -60 dBFS means no click.
    public static List<Integer> onsets(float[] samples, int rateHz, double quietSeconds) {
        double threshold = Math.pow(10, Levels.peakDbfs(samples) / 20) / 4;
        if (threshold < 0.00025) {
            return List.of();
        }
        int quiet = (int) Math.round(quietSeconds * rateHz);
        var onsets = new ArrayList<Integer>();
        int lastLoud = -quiet;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) >= threshold) {
                if (i - lastLoud >= quiet) {
                    onsets.add(i);
                }
                lastLoud = i;
            }
        }
        return List.copyOf(onsets);
    }
}

package org.tonewire.system;

import java.util.List;
import org.tonewire.testbed.Stall;
import org.tonewire.testbed.sound.StereoSound;

/// Silence where there was to be sound, and how much of it a machine that stood still excuses.
final class MissingSound {
    private static final double REFILL_SECONDS = 0.15;
    private static final double FRAME_SECONDS = 0.01;
    private static final double SILENT = 1e-4;

    private MissingSound() {}

    /// All silence of at least a frame between the first and the last sound.
    ///
    /// @param lastSeconds of the recording, which are looked at
    static double seconds(StereoSound sound, double lastSeconds) {
        float[] samples = sound.left();
        double frame = FRAME_SECONDS * sound.rateHz();
        int first = (int) Math.max(0, samples.length - lastSeconds * sound.rateHz());
        int missing = 0;
        int run = 0;
        boolean heard = false;
        for (int i = first; i < samples.length; i++) {
            if (Math.abs(samples[i]) < SILENT) {
                run++;
            } else {
                missing += heard && run >= frame ? run : 0;
                run = 0;
                heard = true;
            }
        }
        return missing / (double) sound.rateHz();
    }

    /// How long these stalls can be heard: until the queues are full again, too (decision 0015).
    static double excusedBy(List<Stall> stalls) {
        return stalls.stream()
                .mapToDouble(stall -> stall.length().toNanos() / 1e9 + REFILL_SECONDS)
                .sum();
    }
}

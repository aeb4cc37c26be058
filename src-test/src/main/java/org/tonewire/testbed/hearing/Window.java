package org.tonewire.testbed.hearing;

import java.util.Locale;
import org.tonewire.testbed.sound.Levels;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.ToneMeter;

/// Half a second of what was heard: long enough for a pitch within 0.1 %, short enough to lie
/// between two stalls of a busy machine.
///
/// @param sound both channels
public record Window(StereoSound sound) {
    private static final double PITCH = 1e-3;
    private static final double LEVEL_DB = 1;
    private static final double SEPARATION_DB = 50;

    /// True if each channel has its tone, within 0.1 % of its frequency and 1 dB of its level, and
    /// next to nothing of the other's.
    public boolean hasTones(double leftHz, double rightHz, double peakDb) {
        return hasTone(sound.left(), leftHz, peakDb)
                && hasTone(sound.right(), rightHz, peakDb)
                && ToneMeter.separationDb(sound) >= SEPARATION_DB;
    }

    private static boolean hasTone(float[] channel, double hertz, double peakDb) {
        double heardHz = ToneMeter.frequencyHz(channel, Signals.RATE_HZ);
        double heardDb = ToneMeter.levelDbfs(channel, Signals.RATE_HZ, heardHz);
        return Math.abs(heardHz - hertz) <= hertz * PITCH && isNear(heardDb, peakDb);
    }

    /// True if a tone of this level is in the left channel, whatever else sounds.
    public boolean has(double hertz, double peakDb) {
        return isNear(leftDbfs(hertz), peakDb);
    }

    private static boolean isNear(double heardDb, double peakDb) {
        return Math.abs(heardDb - peakDb) <= LEVEL_DB;
    }

    /// The level of a tone in the left channel, whatever else sounds.
    public double leftDbfs(double hertz) {
        return ToneMeter.levelNearDbfs(sound.left(), Signals.RATE_HZ, hertz);
    }

    /// The peak of the left channel.
    public double peakDbfs() {
        return Levels.peakDbfs(sound.left());
    }

    /// True if not one sample of both channels differs from zero.
    public boolean isSilent() {
        return Levels.isSilent(sound);
    }

    @Override
    public String toString() {
        return isSilent()
                ? "silence"
                : String.format(
                        Locale.ROOT,
                        "left %.1f Hz, peak %.1f dB; right %.1f Hz, peak %.1f dB; apart %.1f dB",
                        ToneMeter.frequencyHz(sound.left(), Signals.RATE_HZ),
                        Levels.peakDbfs(sound.left()),
                        ToneMeter.frequencyHz(sound.right(), Signals.RATE_HZ),
                        Levels.peakDbfs(sound.right()),
                        ToneMeter.separationDb(sound));
    }
}

package org.tonewire.app.core.audio;

/// Converts between linear values and decibels relative to full scale.
public final class Decibels {
    private Decibels() {}

    public static float toAmplitude(double db) {
        return (float) Math.pow(10, db / 20);
    }

    /// @return at least [Levels#SILENCE_DB]
    public static float ofAmplitude(float amplitude) {
        return clamp((float) (20 * Math.log10(amplitude)));
    }

    /// @return at least [Levels#SILENCE_DB]
    public static float ofPower(float power) {
        return clamp((float) (10 * Math.log10(power)));
    }

    private static float clamp(float db) {
        return db > Levels.SILENCE_DB ? db : Levels.SILENCE_DB;
    }
}

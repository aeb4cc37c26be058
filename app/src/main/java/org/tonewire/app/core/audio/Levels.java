package org.tonewire.app.core.audio;

/// The reading of a meter, in dBFS (full-scale sine peak = 0, AES17 peak; RMS of a full-scale sine
/// =
/// -3.01). Silence is [#SILENCE_DB].
///
/// @param clips frames so far in which a sample reached full scale
public record Levels(
        float peakLeftDb, float peakRightDb, float rmsLeftDb, float rmsRightDb, long clips) {
    public static final float SILENCE_DB = -120f;

    public static Levels silent(long clips) {
        return new Levels(SILENCE_DB, SILENCE_DB, SILENCE_DB, SILENCE_DB, clips);
    }
}

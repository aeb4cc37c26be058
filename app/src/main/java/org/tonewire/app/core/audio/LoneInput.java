package org.tonewire.app.core.audio;

/// Notices that one of a voice's two inputs carries nothing: digital silence for 100 ms, or 30 dB
/// less than the other over a second. That holds until both carry a voice over a second: a pause
/// changes nothing. Owned by one audio thread.
final class LoneInput {
    private static final int SECOND_FRAMES = 100;
    private static final int SILENT_FRAMES = 10;
    private static final double DB_20 = 100;
    private static final double DB_30 = 1_000;

    /// The mean squares below which a second tells nothing, and below which it is no voice: -60 and
    /// -50 dBFS.
    private static final double NOTHING = 1e-6;

    private static final double NO_VOICE = 1e-5;

    private boolean lone;
    private int frames;
    private double left;
    private double right;
    private int leftSilent;
    private int rightSilent;

    /// @return whether one of both carries nothing
    boolean measure(float[] frame) {
        double nowLeft = 0;
        double nowRight = 0;
        for (int i = 0; i < frame.length; i += AudioFormat.CHANNELS) {
            nowLeft += frame[i] * frame[i];
            nowRight += frame[i + 1] * frame[i + 1];
        }
        leftSilent = nowLeft > 0 ? 0 : Math.min(SILENT_FRAMES, leftSilent + 1);
        rightSilent = nowRight > 0 ? 0 : Math.min(SILENT_FRAMES, rightSilent + 1);
        lone |= (leftSilent == SILENT_FRAMES) != (rightSilent == SILENT_FRAMES);
        left += nowLeft;
        right += nowRight;
        frames++;
        if (frames == SECOND_FRAMES) {
            decide(Math.max(left, right), Math.min(left, right));
            frames = 0;
            left = 0;
            right = 0;
        }
        return lone;
    }

    private void decide(double louder, double quieter) {
        double mean = louder / (SECOND_FRAMES * AudioFormat.FRAME_SAMPLES);
        if (mean > NOTHING && quieter * DB_30 < louder) {
            lone = true;
        } else if (mean > NO_VOICE && quieter * DB_20 > louder) {
            lone = false;
        }
    }
}

package org.tonewire.app.core.audio;

/// Brings a gain from one value to the next over one frame, so that no step is heard. Owned by one
/// audio thread.
final class GainRamp {
    private float left;
    private float right;

    GainRamp(float start) {
        left = start;
        right = start;
    }

    /// Multiplies the frame, moving to these gains by its end.
    void apply(float[] frame, float targetLeft, float targetRight) {
        if (left == targetLeft && right == targetRight) {
            scale(frame);
            return;
        }
        float stepLeft = (targetLeft - left) / AudioFormat.FRAME_SAMPLES;
        float stepRight = (targetRight - right) / AudioFormat.FRAME_SAMPLES;
        for (int i = 0; i < frame.length; i += AudioFormat.CHANNELS) {
            left += stepLeft;
            right += stepRight;
            frame[i] *= left;
            frame[i + 1] *= right;
        }
        left = targetLeft;
        right = targetRight;
    }

    /// The next frame starts from here.
    void jumpTo(float gain) {
        left = gain;
        right = gain;
    }

    private void scale(float[] frame) {
        if (left == 1f && right == 1f) {
            return;
        }
        for (int i = 0; i < frame.length; i += AudioFormat.CHANNELS) {
            frame[i] *= left;
            frame[i + 1] *= right;
        }
    }
}

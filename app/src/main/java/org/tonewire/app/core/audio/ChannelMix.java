package org.tonewire.app.core.audio;

/// Makes what is sent of a source's two channels, as a person chose, and reaches another choice
/// within one frame. Of a voice with both channels one is sent at its level where the other carries
/// nothing: their sum, so that whoever speaks into that one is heard at once. Frames come from one
/// audio thread; the choice from any.
final class ChannelMix {
    private static final Gains AS_THEY_COME = new Gains(1, 0, 0, 1);
    private static final Gains LEFT = new Gains(1, 0, 1, 0);
    private static final Gains RIGHT = new Gains(0, 1, 0, 1);
    private static final Gains MEAN = new Gains(0.5f, 0.5f, 0.5f, 0.5f);
    private static final Gains SUM = new Gains(1, 1, 1, 1);

    private final LoneInput lone = new LoneInput();
    private volatile ChannelChoice choice = ChannelChoice.BOTH;
    private boolean begun;
    private Gains before = AS_THEY_COME;

    /// The share of each input in each side.
    private record Gains(
            float leftOfLeft, float leftOfRight, float rightOfLeft, float rightOfRight) {}

    void choose(ChannelChoice next) {
        choice = next;
    }

    /// @param voice whether it becomes mono
    void apply(float[] frame, boolean voice) {
        Gains next = gains(frame, voice);
        Gains from = begun ? before : next;
        begun = true;
        before = next;
        if (from.equals(AS_THEY_COME) && next.equals(AS_THEY_COME)) {
            return;
        }
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            float part = (i + 1f) / AudioFormat.FRAME_SAMPLES;
            float left = frame[2 * i];
            float right = frame[2 * i + 1];
            frame[2 * i] =
                    left * between(from.leftOfLeft, next.leftOfLeft, part)
                            + right * between(from.leftOfRight, next.leftOfRight, part);
            frame[2 * i + 1] =
                    left * between(from.rightOfLeft, next.rightOfLeft, part)
                            + right * between(from.rightOfRight, next.rightOfRight, part);
        }
    }

    private static float between(float from, float to, float part) {
        return from + (to - from) * part;
    }

    private Gains gains(float[] frame, boolean voice) {
        return switch (choice) {
            case LEFT -> LEFT;
            case RIGHT -> RIGHT;
            case MONO -> MEAN;
            case BOTH -> voice ? voice(frame) : AS_THEY_COME;
        };
    }

    private Gains voice(float[] frame) {
        return lone.measure(frame) ? SUM : MEAN;
    }
}

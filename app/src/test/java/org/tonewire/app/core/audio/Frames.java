package org.tonewire.app.core.audio;

import java.util.ArrayList;
import java.util.List;

/// Makes frames for strips, and captures their output.
final class Frames {
    private Frames() {}

    static float[] constant(float left, float right) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < frame.length; i += AudioFormat.CHANNELS) {
            frame[i] = left;
            frame[i + 1] = right;
        }
        return frame;
    }

    static float[] constant(float both) {
        return constant(both, both);
    }

    /// The frame with that number of a continuous sine, the same on both channels.
    static float[] sine(double hz, double amplitude, int number) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            double seconds =
                    (i + (double) number * AudioFormat.FRAME_SAMPLES) / AudioFormat.SAMPLE_RATE_HZ;
            float value = (float) (amplitude * Math.sin(2 * Math.PI * hz * seconds));
            frame[2 * i] = value;
            frame[2 * i + 1] = value;
        }
        return frame;
    }

    /// The greatest difference between neighbouring samples of one channel.
    static float greatestStep(float[] frame, float before, int channel) {
        float greatest = 0;
        float last = before;
        for (int i = channel; i < frame.length; i += AudioFormat.CHANNELS) {
            greatest = Math.max(greatest, Math.abs(frame[i] - last));
            last = frame[i];
        }
        return greatest;
    }

    /// Stores a copy of every frame.
    static final class Captured implements FrameSink {
        private final List<float[]> frames = new ArrayList<>();
        private final List<Long> positions = new ArrayList<>();

        @Override
        public void accept(float[] frame, long position) {
            frames.add(frame.clone());
            positions.add(position);
        }

        List<float[]> all() {
            return frames;
        }

        List<Long> positions() {
            return positions;
        }

        float[] last() {
            return frames.getLast();
        }
    }
}

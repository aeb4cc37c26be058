package org.tonewire.app.rtc.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;

/// Frames in, frames out; the library counts frames, not time.
final class WebRtcVoiceProcessorTest {
    private static final int SECOND = 100;

    private final WebRtcVoiceProcessor processor = new WebRtcVoiceProcessor();
    private final Random random = new Random(3);

    @AfterEach
    void close() {
        processor.close();
    }

    @Test
    void whatWasPlayedHereIsTakenOutOfTheVoice() {
        Queue<float[]> air = new ArrayDeque<>();
        for (int i = 0; i < 6; i++) {
            air.add(new float[AudioFormat.FRAME_VALUES]);
        }
        double echoed = 0;
        double left = 0;
        for (int index = 0; index < 10 * SECOND; index++) {
            float[] played = noise(index % 50 < 30 ? 0.3 : 0.01);
            processor.playedHere(played.clone());
            air.add(played);
            float[] heard = scaled(air.remove(), 0.3f);
            double before = power(heard);
            processor.process(heard);
            if (index > 7 * SECOND) {
                echoed += before;
                left += power(heard);
            }
        }
        assertThat(10 * Math.log10(left / echoed)).as("dB").isLessThan(-12);
    }

    @Test
    void aVoiceComesOutOnBothSides() {
        double power = 0;
        for (int index = 0; index < 3 * SECOND; index++) {
            float[] frame = voice(index);
            processor.process(frame);
            power += power(frame);
            for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
                assertThat(frame[2 * i]).isEqualTo(frame[2 * i + 1]);
            }
        }
        assertThat(Math.sqrt(power / (3 * SECOND))).as("rms").isGreaterThan(0.02);
    }

    @Test
    void steadyNoiseIsLowered() {
        double before = 0;
        double after = 0;
        for (int index = 0; index < 6 * SECOND; index++) {
            float[] frame = noise(0.02);
            boolean settled = index > 4 * SECOND;
            before += settled ? power(frame) : 0;
            processor.process(frame);
            after += settled ? power(frame) : 0;
        }
        assertThat(10 * Math.log10(after / before)).as("dB").isLessThan(-6);
    }

    /// Harmonics of 140 Hz in syllables.
    private static float[] voice(int index) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        double syllable = index % 30 < 20 ? 0.1 : 0;
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            double time = (index * 480.0 + i) / AudioFormat.SAMPLE_RATE_HZ;
            double value = 0;
            for (int harmonic = 1; harmonic < 12; harmonic++) {
                value += Math.sin(2 * Math.PI * 140 * harmonic * time) / harmonic;
            }
            frame[2 * i] = (float) (syllable * value);
            frame[2 * i + 1] = frame[2 * i];
        }
        return frame;
    }

    private float[] noise(double amplitude) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < frame.length; i += 2) {
            frame[i] = (float) (amplitude * (2 * random.nextDouble() - 1));
            frame[i + 1] = frame[i];
        }
        return frame;
    }

    private static float[] scaled(float[] frame, float factor) {
        float[] copy = frame.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] *= factor;
        }
        return copy;
    }

    private static double power(float[] frame) {
        double sum = 0;
        for (float value : frame) {
            sum += value * value;
        }
        return sum / frame.length;
    }
}

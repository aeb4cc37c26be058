package org.tonewire.app.rtc.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.VoiceProcessor;

/// What voice processing promises to a source, whatever it does to the voice.
abstract class VoiceProcessorContract {
    private static final int FRAMES = 200;

    private final VoiceProcessor processor = make();

    abstract VoiceProcessor make();

    @AfterEach
    void close() {
        processor.close();
    }

    @Test
    void aVoiceOnOneSideComesOutOnBoth() {
        double power = 0;
        for (int index = 0; index < FRAMES; index++) {
            float[] frame = voice(index);
            processor.process(frame);
            for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
                assertThat(frame[2 * i]).isEqualTo(frame[2 * i + 1]);
                power += frame[2 * i] * frame[2 * i];
            }
        }
        assertThat(power).isPositive();
    }

    @Test
    void silenceStaysSilent() {
        for (int index = 0; index < FRAMES; index++) {
            float[] frame = new float[AudioFormat.FRAME_VALUES];
            processor.process(frame);
            assertThat(frame).containsOnly(0f);
        }
    }

    @Test
    void whatWasPlayedIsLookedAtAndLeftAsItIs() {
        float[] played = voice(0);
        float[] same = played.clone();
        processor.playedHere(played);
        assertThat(played).isEqualTo(same);
    }

    @Test
    void afterClosingAFrameStaysAsItIs() {
        processor.close();
        processor.close();
        float[] frame = voice(0);
        float[] same = frame.clone();
        processor.playedHere(frame);
        processor.process(frame);
        assertThat(frame).isEqualTo(same);
    }

    /// 220 Hz in syllables, on the left alone.
    private static float[] voice(int index) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        double loudness = index % 30 < 20 ? 0.3 : 0;
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            double time =
                    (index * (double) AudioFormat.FRAME_SAMPLES + i) / AudioFormat.SAMPLE_RATE_HZ;
            frame[2 * i] = (float) (loudness * Math.sin(2 * Math.PI * 220 * time));
        }
        return frame;
    }
}

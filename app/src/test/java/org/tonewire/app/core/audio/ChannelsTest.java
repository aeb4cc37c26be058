package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a strip sends of a source's two channels.
class ChannelsTest {
    private static final int SECOND = 100;

    private final Frames.Captured out = new Frames.Captured();
    private final SourceStrip strip = new SourceStrip(out, new RenderReference().reader());
    private long position;

    @ParameterizedTest
    @CsvSource({
        "BOTH,  false, 0.5,   0.2,   0.5,   0.2",
        "LEFT,  false, 0.5,   0.2,   0.5,   0.5",
        "RIGHT, false, 0.5,   0.2,   0.2,   0.2",
        "MONO,  false, 0.5,   0.2,   0.35,  0.35",
        "BOTH,  true,  0.5,   0.4,   0.45,  0.45",
        "BOTH,  true,  0.5,   0.03,  0.265, 0.265",
        "BOTH,  true,  0,     0.5,   0.5,   0.5",
        "BOTH,  true,  0.5,   0,     0.5,   0.5",
        "BOTH,  true,  0.005, 0.5,   0.505, 0.505",
        "LEFT,  true,  0.5,   0,     0.5,   0.5",
        "RIGHT, true,  0.5,   0,     0,     0",
        "MONO,  true,  0.5,   0,     0.25,  0.25",
    })
    void theChosenChannelsAreSentAtTheirLevel(
            ChannelChoice choice,
            boolean voice,
            float left,
            float right,
            float sentLeft,
            float sentRight) {
        strip.setChannels(choice);
        strip.setVoice(voice ? new Plain() : null);
        send(left, right, SECOND + 2);

        assertThat(out.last()[0]).isCloseTo(sentLeft, within(1e-5f));
        assertThat(out.last()[1]).isCloseTo(sentRight, within(1e-5f));
    }

    @Test
    void anotherChoiceIsReachedWithoutAStep() {
        send(0.5f, -0.5f, 3);
        strip.setChannels(ChannelChoice.RIGHT);
        send(0.5f, -0.5f, 1);
        assertThat(Frames.greatestStep(out.last(), 0.5f, 0)).isLessThan(1 / 470f);
        send(0.5f, -0.5f, 1);
        assertThat(out.last()).containsOnly(-0.5f);
    }

    @Test
    void aLoneVoiceIsReachedWithoutAStepAndItsPausesChangeNothing() {
        strip.setVoice(new Plain());
        send(0, 0.5f, 3);
        int from = out.all().size();
        send(0, 0.5f, SECOND);
        float last = 0.25f;
        for (float[] frame : out.all().subList(from, out.all().size())) {
            assertThat(Frames.greatestStep(frame, last, 0)).isLessThan(0.5f / 470);
            last = frame[frame.length - 2];
        }
        send(1e-4f, 1e-4f, 5 * SECOND);
        send(0, 0.5f, 1);

        assertThat(out.last()).containsOnly(0.5f);
    }

    @Test
    void aSecondVoiceIsHeardAtOnceAndBothAreMixedThen() {
        strip.setVoice(new Plain());
        send(0, 0.5f, SECOND);
        send(0.25f, 0.25f, 1);
        assertThat(out.last()[0]).isCloseTo(0.5f, within(1e-5f));
        send(0.25f, 0.25f, 2 * SECOND);

        assertThat(out.last()).containsOnly(0.25f);
    }

    private void send(float left, float right, int frames) {
        for (int i = 0; i < frames; i++) {
            strip.accept(Frames.constant(left, right), position);
            position += AudioFormat.FRAME_SAMPLES;
        }
    }

    /// Changes nothing.
    private static final class Plain implements VoiceProcessor {
        @Override
        public void playedHere(float[] frame) {}

        @Override
        public void process(float[] frame) {}

        @Override
        public void close() {}
    }
}

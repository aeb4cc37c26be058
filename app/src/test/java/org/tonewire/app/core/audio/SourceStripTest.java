package org.tonewire.app.core.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceStripTest {
    private long position;
    private long nanos;
    private final Frames.Captured out = new Frames.Captured();
    private final RenderReference played = new RenderReference();
    private final SourceStrip strip = new SourceStrip(out, played.reader(), () -> nanos);

    @ParameterizedTest
    @ValueSource(
            floats = {1f, -3f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e30f})
    void aMutedSourceSendsExactZerosFromTheNextFrameOn(float value) {
        accept(Frames.constant(0.5f));
        accept(Frames.constant(0.5f));
        strip.setMuted(true);
        strip.setGainDb(12);
        strip.setVoice(new Shouting());
        for (int i = 0; i < 3; i++) {
            accept(Frames.constant(value));

            assertThat(out.last()).containsOnly(0f);
        }
        assertThat(strip.meter().read().clips()).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valuesThatAreNotFiniteBecomeSilence(float value) {
        accept(Frames.constant(0f));
        float[] frame = Frames.constant(0.5f, 0.25f);
        frame[100] = value;
        accept(frame);

        float[] expected = Frames.constant(0.5f, 0.25f);
        expected[100] = 0f;
        assertThat(out.last()).isEqualTo(expected);
    }

    @Test
    void atZeroDecibelsEverySampleIsUnchanged() {
        accept(Frames.sine(440, 0.5, 0));
        for (int i = 1; i < 20; i++) {
            accept(Frames.sine(440, 0.5, i));

            assertThat(out.last()).isEqualTo(Frames.sine(440, 0.5, i));
        }
    }

    @Test
    void theFirstFrameFadesIn() {
        accept(Frames.constant(1f));

        assertThat(Frames.greatestStep(out.last(), 0, 0)).isLessThan(1 / 470f);
        assertThat(out.last()[958]).isCloseTo(1f, within(1e-4f));
    }

    @Test
    void aGainIsReachedWithoutAStepAndThenExact() {
        accept(Frames.constant(1f));
        strip.setGainDb(-6);
        accept(Frames.constant(1f));
        assertThat(Frames.greatestStep(out.last(), 1f, 0)).isLessThan(0.5f / 470);

        accept(Frames.constant(0.5f));
        assertThat(out.last()).containsOnly(0.5f * Decibels.toAmplitude(-6));
    }

    @Test
    void theLowestGainIsExactSilence() {
        accept(Frames.constant(1f));
        strip.setGainDb(-60);
        accept(Frames.constant(1f));
        accept(Frames.constant(1f));

        assertThat(out.last()).containsOnly(0f);
    }

    @Test
    void unmutingRampsFromSilence() {
        strip.setGainDb(6);
        accept(Frames.constant(0.1f));
        strip.setMuted(true);
        accept(Frames.constant(0.1f));
        strip.setMuted(false);
        accept(Frames.constant(0.1f));

        float level = 0.1f * Decibels.toAmplitude(6);
        assertThat(Frames.greatestStep(out.last(), 0, 0)).isLessThan(level / 470);
        accept(Frames.constant(0.1f));
        assertThat(out.last()).containsOnly(level);
    }

    @Test
    void theMeterShowsWhatIsSent() {
        strip.setGainDb(-20);
        accept(Frames.constant(0f));
        accept(Frames.constant(1f));

        assertThat(strip.meter().read().peakLeftDb()).isCloseTo(-20f, within(0.01f));
    }

    @Test
    void voiceProcessingGetsWhatWasPlayedBeforeEachFrame() {
        Remembering voice = new Remembering();
        strip.setVoice(voice);
        played.write(Frames.constant(0.1f));
        played.write(Frames.constant(0.2f));
        accept(Frames.constant(0.5f));
        played.write(Frames.constant(0.3f));
        accept(Frames.constant(0.6f));
        strip.setVoice(null);
        accept(Frames.constant(0.7f));

        assertThat(voice.calls)
                .containsExactly(
                        "played 0.1", "played 0.2", "voice 0.5", "played 0.3", "voice 0.6");
    }

    @Test
    void theVoiceIsProcessedBeforeTheGain() {
        strip.setVoice(new Shouting());
        strip.setGainDb(-20);
        accept(Frames.constant(0f));
        accept(Frames.constant(0f));

        assertThat(out.last()).containsOnly(Decibels.toAmplitude(-20));
    }

    @Test
    void fadingOutSendsSilence() {
        accept(Frames.constant(1f));
        strip.sendSilence(10);

        assertThat(out.all()).hasSize(11);
        assertThat(out.all().subList(1, 11))
                .allSatisfy(frame -> assertThat(frame).containsOnly(0f));
    }

    @Test
    void aStreamsPositionsPassUnchangedWithTheirGaps() {
        strip.accept(Frames.constant(1f), 0);
        strip.accept(Frames.constant(1f), 480);
        strip.accept(Frames.constant(1f), 4_800);
        assertThat(out.positions()).containsExactly(0L, 480L, 4_800L);
    }

    @Test
    void aReplacedStreamLeavesAGapForTheTimeBetweenTheStreams() {
        strip.accept(Frames.constant(1f), 0);
        strip.accept(Frames.constant(1f), 480);
        strip.sendSilence(2);
        nanos += 3_000_000_000L;
        strip.accept(Frames.constant(1f), 0);
        strip.accept(Frames.constant(1f), 480);
        assertThat(out.positions())
                .containsExactly(0L, 480L, 960L, 1_440L, 480L + 144_000, 960L + 144_000);
    }

    /// The next frame of one stream.
    private void accept(float[] frame) {
        strip.accept(frame, position);
        position += 480;
    }

    /// Replaces every sample by full scale.
    private static final class Shouting implements VoiceProcessor {
        @Override
        public void playedHere(float[] frame) {}

        @Override
        public void process(float[] frame) {
            Arrays.fill(frame, 1f);
        }

        @Override
        public void close() {}
    }

    private static final class Remembering implements VoiceProcessor {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void playedHere(float[] frame) {
            calls.add("played " + frame[0]);
        }

        @Override
        public void process(float[] frame) {
            calls.add("voice " + frame[0]);
        }

        @Override
        public void close() {}
    }
}

package org.tonewire.app.core.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.audio.RenderReference;
import org.tonewire.app.core.audio.SourceStrip;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.record.RecordedTrack;

class MixerTest {
    private long nanos;
    private final Mixer mixer = new Mixer(() -> nanos);
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];
    private final float[] played = new float[Renderer.MAX_SAMPLES * AudioFormat.CHANNELS];
    private final MixFile file = new MixFile();
    private long position;

    @Test
    void meterEchoReferenceAndRecordingGetTheSumInFramesOfTenMilliseconds() {
        Voice voice = new Voice();
        FrameSink microphone = microphone(mixer.reference(), voice);
        mixer.recordTap().begin(file);
        Renderer device = mixer.attach(new SteadyTiming(5));
        TrackQueue one = mixer.openTrack();
        TrackQueue two = mixer.openTrack();
        mixer.setGainDb(-6.0206);
        for (int i = 0; i < 40; i++) {
            feed(one, 0.2f);
            feed(two, 0.6f);
            device.render(played, 113);
            device.render(played, 480 - 113);
        }
        microphone.accept(new float[AudioFormat.FRAME_VALUES], 0);

        assertThat(played[100]).isCloseTo(0.4f, within(1e-3f));
        assertThat(mixer.meter().read().peakLeftDb()).isCloseTo(-7.96f, within(0.05f));
        assertThat(file.positions).hasSize(40).startsWith(0L, 480L).endsWith(39 * 480L);
        assertThat(file.last).isCloseTo(0.4f, within(1e-3f));
        assertThat(voice.heard).isCloseTo(0.4f, within(1e-3f));
        assertThat(voice.frames).isEqualTo(32);
    }

    @Test
    void anEndedMixerIsSilentWhateverGainIsSet() {
        Renderer device = mixer.attach(new SteadyTiming(5));
        TrackQueue track = mixer.openTrack();
        for (int i = 0; i < 20; i++) {
            feed(track, 0.5f);
            device.render(played, AudioFormat.FRAME_SAMPLES);
        }
        assertThat(played[0]).isNotZero();
        mixer.end();
        mixer.setGainDb(0);
        device.render(played, AudioFormat.FRAME_SAMPLES);
        assertThat(Arrays.copyOf(played, AudioFormat.FRAME_VALUES)).containsOnly(0f);
        Renderer late = mixer.attach(new SteadyTiming(5));
        for (int i = 0; i < 20; i++) {
            feed(track, 0.5f);
            late.render(played, AudioFormat.FRAME_SAMPLES);
        }
        assertThat(Arrays.copyOf(played, AudioFormat.FRAME_VALUES)).containsOnly(0f);
    }

    @Test
    void aReplacedDeviceThatStillPullsGetsSilenceAndTakesNothing() {
        Renderer hanging = mixer.attach(new SteadyTiming(5));
        Renderer next = mixer.attach(new SteadyTiming(5));
        mixer.recordTap().begin(file);
        TrackQueue track = mixer.openTrack();
        for (int i = 0; i < 20; i++) {
            feed(track, 0.5f);
            hanging.render(played, AudioFormat.FRAME_SAMPLES);
            assertThat(played[0]).isZero();
            next.render(played, AudioFormat.FRAME_SAMPLES);
        }
        assertThat(played[0]).isCloseTo(0.5f, within(1e-3f));
        assertThat(file.positions).hasSize(20);
    }

    @Test
    void theTimeBetweenTwoDevicesIsAGapInTheRecording() {
        mixer.recordTap().begin(file);
        Renderer first = mixer.attach(new SteadyTiming(5));
        first.render(played, 480);
        first.render(played, 240);
        mixer.detach();
        nanos += 2_000_000_000L;
        Renderer second = mixer.attach(new SteadyTiming(5));
        second.render(played, 960);
        second.skipped(4_800);
        second.render(played, 480);
        assertThat(file.positions).containsExactly(0L, 96_000L, 96_480L, 96_960L + 4_800);
    }

    @Test
    void aTracksQueueAdaptsToAnotherDevice() {
        Renderer first = mixer.attach(new SteadyTiming(5));
        TrackQueue track = mixer.openTrack();
        for (int i = 0; i < 20; i++) {
            feed(track, 0.5f);
            first.render(played, 480);
        }
        for (int i = 0; i < 10; i++) {
            feed(track, 0.5f);
        }
        assertThat(track.queuedMicros()).isGreaterThan(100_000);
        Renderer second = mixer.attach(new SteadyTiming(20));
        second.render(played, 480);
        assertThat(track.queuedMicros()).isBetween(19_000L, 21_000L);
        assertThat(track.underruns()).isZero();
    }

    @Test
    void theLowestMasterGainIsExactSilence() {
        Renderer device = mixer.attach(new SteadyTiming(5));
        TrackQueue track = mixer.openTrack();
        mixer.setGainDb(-60);
        for (int i = 0; i < 20; i++) {
            feed(track, 1f);
            device.render(played, 480);
        }
        assertThat(Arrays.copyOf(played, 960)).containsOnly(0f);
    }

    private void feed(TrackQueue track, float value) {
        Arrays.fill(frame, value);
        track.accept(frame, position);
        position += AudioFormat.FRAME_SAMPLES;
    }

    private static FrameSink microphone(RenderReference played, VoiceProcessor voice) {
        SourceStrip strip = new SourceStrip((_, _) -> {}, played.reader());
        strip.setVoice(voice);
        return strip;
    }

    private static final class MixFile implements RecordedTrack {
        private final List<Long> positions = new ArrayList<>();
        private float last;

        @Override
        public void accept(float[] frame, long position) {
            positions.add(position);
            last = frame[900];
        }

        @Override
        public void close() {}
    }

    private static final class Voice implements VoiceProcessor {
        private int frames;
        private float heard;

        @Override
        public void playedHere(float[] frame) {
            frames++;
            heard = frame[900];
        }

        @Override
        public void process(float[] frame) {}

        @Override
        public void close() {}
    }
}

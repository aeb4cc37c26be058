package org.tonewire.testbed.member;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.media.MediaSources;

/// The sound of a computer without devices: tones, and an output that plays nothing. Any thread.
final class ToneSound implements LocalAudio {
    private final MediaSources media = new MediaSources(InputStream.nullInputStream(), () -> {});

    @Override
    public SourceOpening open(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Tone tone -> media.open(tone);
            case SourceOrigin.Microphone _,
                    SourceOrigin.SystemAudio _,
                    SourceOrigin.AudioFile _,
                    SourceOrigin.Address _,
                    SourceOrigin.Pipe _ ->
                    new SourceOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
        };
    }

    @Override
    public AudioOutput openOutput(Mixer mixer) {
        return new NoOutput();
    }

    @Override
    public VoiceProcessor openVoice() {
        throw new IllegalStateException("a tone is no voice");
    }

    /// Pulls nothing.
    private static final class NoOutput implements AudioOutput {
        @Override
        public void use(OutputChoice choice, Consumer<Optional<Problem>> done) {
            done.accept(Optional.empty());
        }

        @Override
        public void onLost(Consumer<Problem> listener) {}

        @Override
        public String deviceName() {
            return "";
        }

        @Override
        public Problem stalled() {
            return Problem.of(Reason.DEVICE_STALLED);
        }

        @Override
        public void close() {}
    }
}

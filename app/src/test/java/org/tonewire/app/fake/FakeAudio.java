package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.session.LocalAudio;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;

/// The sound of a computer with these sources and this output.
public final class FakeAudio implements LocalAudio {
    public final List<FakeVoice> voices = new ArrayList<>();
    private final FakeSources sources;
    private final FakeOutput output;

    public FakeAudio(FakeSources sources, FakeOutput output) {
        this.sources = sources;
        this.output = output;
    }

    @Override
    public SourceOpening open(SourceOrigin origin) {
        return sources.open(origin);
    }

    @Override
    public AudioOutput openOutput(Mixer mixer) {
        return output.playing(mixer);
    }

    @Override
    public VoiceProcessor openVoice() {
        FakeVoice voice = new FakeVoice();
        voices.add(voice);
        return voice;
    }
}

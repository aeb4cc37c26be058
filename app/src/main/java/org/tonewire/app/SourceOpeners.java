package org.tonewire.app;

import org.tonewire.app.audio.SoundSystem;
import org.tonewire.app.core.source.SourceOpener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.media.MediaSources;

/// Sends each origin to the adapter that opens it.
record SourceOpeners(SoundSystem sound, MediaSources media) implements SourceOpener {
    @Override
    public SourceOpening open(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Microphone microphone -> sound.open(microphone);
            case SourceOrigin.SystemAudio system -> sound.open(system);
            case SourceOrigin.AudioFile file -> media.open(file);
            case SourceOrigin.Address address -> media.open(address);
            case SourceOrigin.Pipe pipe -> media.open(pipe);
            case SourceOrigin.Tone tone -> media.open(tone);
        };
    }
}

package org.tonewire.app.core.session;

import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.source.SourceOpener;

/// The sound of this computer: opens its sources and its output. Any thread.
public interface LocalAudio extends SourceOpener {
    /// An output that pulls this mixer, without a device at first. The caller closes it.
    AudioOutput openOutput(Mixer mixer);

    /// The voice processing of one source. The caller closes it.
    VoiceProcessor openVoice();
}

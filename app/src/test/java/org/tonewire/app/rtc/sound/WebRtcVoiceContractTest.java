package org.tonewire.app.rtc.sound;

import org.tonewire.app.core.audio.VoiceProcessor;

/// The voice processing of the program.
class WebRtcVoiceContractTest extends VoiceProcessorContract {
    @Override
    VoiceProcessor make() {
        return new WebRtcVoiceProcessor();
    }
}

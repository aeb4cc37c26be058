package org.tonewire.app.rtc.sound;

import org.tonewire.app.core.audio.VoiceProcessor;
import org.tonewire.app.fake.FakeVoice;

/// The voice processing of the session's tests.
class FakeVoiceContractTest extends VoiceProcessorContract {
    @Override
    VoiceProcessor make() {
        return new FakeVoice();
    }
}

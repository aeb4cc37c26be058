package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.tonewire.app.audio.DeviceSourceContract;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.source.SourceOpening;

/// What a PulseAudio server plays.
@Tag("linux")
class PulseSystemAudioContractTest extends DeviceSourceContract {
    PulseSystemAudioContractTest() {
        super(DeviceKind.SYSTEM_AUDIO);
    }

    /// Every stream has a connection of its own.
    @Override
    protected SourceOpening open(DeviceKind source, Optional<DeviceId> device) {
        return PulseCapture.open(source, device);
    }
}

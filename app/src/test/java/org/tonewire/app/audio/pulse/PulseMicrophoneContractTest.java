package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.tonewire.app.audio.DeviceSourceContract;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.source.SourceOpening;

/// A microphone of a PulseAudio server.
@Tag("linux")
class PulseMicrophoneContractTest extends DeviceSourceContract {
    PulseMicrophoneContractTest() {
        super(DeviceKind.MICROPHONE);
    }

    /// Every stream has a connection of its own.
    @Override
    protected SourceOpening open(DeviceKind source, Optional<DeviceId> device) {
        return PulseCapture.open(source, device);
    }
}

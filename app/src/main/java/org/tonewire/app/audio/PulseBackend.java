package org.tonewire.app.audio;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.audio.output.PlaybackOpening;
import org.tonewire.app.audio.pulse.PulseCapture;
import org.tonewire.app.audio.pulse.PulseDevices;
import org.tonewire.app.audio.pulse.PulsePlayback;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceOpening;

/// A PulseAudio or PipeWire server. Every stream has a connection of its own.
record PulseBackend(PulseDevices devices) implements AudioBackend {
    @Override
    public SourceOpening openCapture(DeviceKind kind, Optional<DeviceId> device) {
        return PulseCapture.open(kind, device);
    }

    @Override
    public PlaybackOpening openPlayback(OutputChoice choice, Consumer<Problem> onLost) {
        return PulsePlayback.open(choice, onLost);
    }

    @Override
    public void close() {
        devices.close();
    }
}

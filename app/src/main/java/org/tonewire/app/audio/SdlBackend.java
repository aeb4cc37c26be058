package org.tonewire.app.audio;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.audio.output.PlaybackOpening;
import org.tonewire.app.audio.sdl.SdlAudio;
import org.tonewire.app.audio.sdl.SdlCapture;
import org.tonewire.app.audio.sdl.SdlPlayback;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceOpening;

/// The system's own sound through SDL: Windows, macOS, and Linux with ALSA alone.
record SdlBackend(SdlAudio devices) implements AudioBackend {
    @Override
    public SourceOpening openCapture(DeviceKind kind, Optional<DeviceId> device) {
        return SdlCapture.open(devices, kind, device);
    }

    @Override
    public PlaybackOpening openPlayback(OutputChoice choice, Consumer<Problem> onLost) {
        return SdlPlayback.open(devices, choice, onLost);
    }

    @Override
    public void close() {
        devices.close();
    }
}

package org.tonewire.app.audio.sdl;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.lwjgl.sdl.SDLHints;
import org.tonewire.app.audio.DeviceSourceContract;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.testing.Eventually;

/// A microphone of a PulseAudio server, by SDL.
@Tag("linux")
class SdlMicrophoneContractTest extends DeviceSourceContract {
    private final SdlAudio sdl = overPulse();

    SdlMicrophoneContractTest() {
        super(DeviceKind.MICROPHONE);
    }

    private static SdlAudio overPulse() {
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_AUDIO_DRIVER, "pulseaudio");
        return new SdlAudio();
    }

    /// SDL's list is a second behind.
    @Override
    protected SourceOpening open(DeviceKind source, Optional<DeviceId> device) {
        Eventually.holds(
                () -> sdl.list().stream().anyMatch(each -> each.name().equals(MICROPHONE)),
                () -> "SDL lists " + sdl.list());
        return SdlCapture.open(sdl, source, device);
    }

    @AfterEach
    @Override
    protected void close() {
        sdl.close();
        super.close();
    }
}

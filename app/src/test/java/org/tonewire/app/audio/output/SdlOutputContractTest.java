package org.tonewire.app.audio.output;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.lwjgl.sdl.SDLHints;
import org.tonewire.app.audio.PulseServer;
import org.tonewire.app.audio.sdl.SdlAudio;
import org.tonewire.app.audio.sdl.SdlPlayback;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.testing.Eventually;

/// The output of the program, on a PulseAudio server by SDL.
@Tag("linux")
class SdlOutputContractTest extends AudioOutputContract {
    private final PulseServer server = PulseServer.startForSdl();
    private final SdlAudio sdl = overPulse();
    private final MixedOutput output =
            new MixedOutput(mixer, (choice, onLost) -> SdlPlayback.open(sdl, choice, onLost), sdl);
    private boolean plugged;

    private static SdlAudio overPulse() {
        SDLHints.SDL_SetHint(SDLHints.SDL_HINT_AUDIO_DRIVER, "pulseaudio");
        return new SdlAudio();
    }

    @Override
    AudioOutput output() {
        return output;
    }

    /// SDL's list is a second behind.
    @Override
    void plug(String device) {
        server.plug(device);
        Eventually.holds(() -> lists(device), () -> device + " is not in " + sdl.list());
        plugged = true;
    }

    /// With the first as the default.
    private boolean lists(String device) {
        return sdl.list().stream()
                .filter(each -> each.kind() == DeviceKind.OUTPUT && each.name().equals(device))
                .anyMatch(each -> each.isDefault() || plugged);
    }

    @Override
    void unplug(String device) {
        server.unplug(device);
    }

    @Override
    void letPlay() {
        // It has threads of its own.
    }

    @Override
    void awaitEnd() {
        Eventually.holds(server::isUnused, () -> "a stream is left");
        awaitNoThread("null-output");
    }

    @AfterEach
    @Override
    void close() {
        try {
            super.close();
            awaitEnd();
            sdl.close();
        } finally {
            server.close();
        }
    }
}

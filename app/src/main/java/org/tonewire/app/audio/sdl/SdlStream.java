package org.tonewire.app.audio.sdl;

import java.util.Optional;
import org.lwjgl.sdl.SDLAudio;
import org.lwjgl.sdl.SDL_AudioSpec;
import org.lwjgl.sdl.SDL_AudioStreamCallback;
import org.lwjgl.sdl.SDL_AudioStreamCallbackI;
import org.lwjgl.system.MemoryStack;
import org.tonewire.app.core.audio.AudioFormat;

/// An opened device with its one stream of 48 kHz float stereo, paused until it is resumed. SDL's
/// thread.
///
/// @param callback runs on the device's thread; it must not throw
record SdlStream(long handle, SDL_AudioStreamCallback callback) {
    /// One sample of both channels.
    static final int BYTES_PER_SAMPLE = AudioFormat.CHANNELS * Float.BYTES;

    static Optional<SdlStream> open(int device, SDL_AudioStreamCallbackI callback) {
        SDL_AudioStreamCallback function = SDL_AudioStreamCallback.create(callback);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            SDL_AudioSpec spec = SDL_AudioSpec.calloc(stack);
            spec.set(SDLAudio.SDL_AUDIO_F32, AudioFormat.CHANNELS, AudioFormat.SAMPLE_RATE_HZ);
            long handle = SDLAudio.SDL_OpenAudioDeviceStream(device, spec, function, 0);
            if (handle == 0) {
                function.free();
                return Optional.empty();
            }
            return Optional.of(new SdlStream(handle, function));
        }
    }

    boolean resume() {
        return SDLAudio.SDL_ResumeAudioStreamDevice(handle);
    }

    /// Closes the device too, and waits for a running callback.
    boolean close() {
        SDLAudio.SDL_DestroyAudioStream(handle);
        callback.free();
        return true;
    }
}

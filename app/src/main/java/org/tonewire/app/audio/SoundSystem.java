package org.tonewire.app.audio;

import org.tonewire.app.audio.output.MixedOutput;
import org.tonewire.app.audio.pulse.PulseDevices;
import org.tonewire.app.audio.sdl.SdlAudio;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;

/// Audio devices of this computer, capture and playback. Closed last, after every source and output
/// made here.
public final class SoundSystem implements AutoCloseable {
    private final AudioBackend backend;

    private SoundSystem(AudioBackend backend) {
        this.backend = backend;
    }

    /// Uses libpulse with a PulseAudio or PipeWire server on Linux, unless no server runs and ALSA
    /// has devices; SDL otherwise. Waits at most some seconds for a server's answer.
    public static SoundSystem open() {
        return new SoundSystem(backend());
    }

    private static AudioBackend backend() {
        if (!PulseDevices.supported()) {
            return new SdlBackend(new SdlAudio());
        }
        PulseDevices pulse = new PulseDevices();
        if (!pulse.refused()) {
            return new PulseBackend(pulse);
        }
        SdlAudio sdl = new SdlAudio();
        if (sdl.list().isEmpty()) {
            sdl.close();
            return new PulseBackend(pulse);
        }
        pulse.close();
        return new SdlBackend(sdl);
    }

    public AudioDevices devices() {
        return backend.devices();
    }

    /// Blocks until the device is open or refused.
    public SourceOpening open(SourceOrigin.Microphone microphone) {
        return backend.openCapture(DeviceKind.MICROPHONE, microphone.device());
    }

    /// Blocks until the device is open or refused.
    public SourceOpening open(SourceOrigin.SystemAudio system) {
        return backend.openCapture(DeviceKind.SYSTEM_AUDIO, system.device());
    }

    /// Makes an output that pulls this mixer; it has no device until one is chosen.
    public AudioOutput output(Mixer mixer) {
        return new MixedOutput(mixer, backend::openPlayback, devices());
    }

    /// Raises the priority of the calling platform thread, where the system allows it. For pacing
    /// threads outside this package.
    public static void raisePriority() {
        RealtimePriority.request();
    }

    /// Starts native code that makes its own audio threads, so that they get a raised priority too.
    public static void startNative(Runnable start) {
        RealtimePriority.inherit(start);
    }

    @Override
    public void close() {
        backend.close();
    }
}

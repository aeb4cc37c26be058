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

    /// Goes through a PulseAudio or PipeWire server where there is one, or will be: on Linux with
    /// libpulse, unless only ALSA has devices. Waits at most some seconds for a server's answer.
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

    /// An output that pulls this mixer, and plays nowhere until it is told where.
    public AudioOutput output(Mixer mixer) {
        return new MixedOutput(mixer, backend::openPlayback, devices());
    }

    /// Asks the system to run the calling platform thread before others, where it may. For threads
    /// outside this package that keep sound's pace.
    public static void hurry() {
        RealtimePriority.ask();
    }

    /// Starts native code that makes threads for sound by itself, so that they come first too.
    public static void startNative(Runnable start) {
        RealtimePriority.inherit(start);
    }

    @Override
    public void close() {
        backend.close();
    }
}

package org.tonewire.app.audio;

import java.util.Optional;
import org.tonewire.app.audio.output.MixedOutput;
import org.tonewire.app.audio.output.PlaybackOpener;
import org.tonewire.app.audio.pulse.PulseCapture;
import org.tonewire.app.audio.pulse.PulseDevices;
import org.tonewire.app.audio.pulse.PulsePlayback;
import org.tonewire.app.audio.sdl.SdlAudio;
import org.tonewire.app.audio.sdl.SdlCapture;
import org.tonewire.app.audio.sdl.SdlPlayback;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.mix.Mixer;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;

/// Audio devices of this computer, capture and playback. Closed last, after every source and output
/// made here.
public final class SoundSystem implements AutoCloseable {
    private final Way way;

    private SoundSystem(Way way) {
        this.way = way;
    }

    /// The two backends.
    private sealed interface Way {
        record Pulse(PulseDevices devices) implements Way {}

        record Sdl(SdlAudio audio) implements Way {}
    }

    /// Uses libpulse with a PulseAudio or PipeWire server on Linux, unless no server runs and ALSA
    /// has devices; SDL otherwise. Waits at most some seconds for a server's answer.
    public static SoundSystem open() {
        if (!PulseDevices.supported()) {
            return new SoundSystem(new Way.Sdl(new SdlAudio()));
        }
        PulseDevices pulse = new PulseDevices();
        if (!pulse.refused()) {
            return new SoundSystem(new Way.Pulse(pulse));
        }
        SdlAudio sdl = new SdlAudio();
        if (sdl.list().isEmpty()) {
            sdl.close();
            return new SoundSystem(new Way.Pulse(pulse));
        }
        pulse.close();
        return new SoundSystem(new Way.Sdl(sdl));
    }

    public AudioDevices devices() {
        return switch (way) {
            case Way.Pulse(PulseDevices devices) -> devices;
            case Way.Sdl(SdlAudio audio) -> audio;
        };
    }

    /// Blocks until the device is open or refused.
    public SourceOpening open(SourceOrigin.Microphone microphone) {
        return open(DeviceKind.MICROPHONE, microphone.device());
    }

    /// Blocks until the device is open or refused.
    public SourceOpening open(SourceOrigin.SystemAudio system) {
        return open(DeviceKind.SYSTEM_AUDIO, system.device());
    }

    private SourceOpening open(DeviceKind kind, Optional<DeviceId> device) {
        return switch (way) {
            case Way.Pulse(_) -> PulseCapture.open(kind, device);
            case Way.Sdl(SdlAudio audio) -> SdlCapture.open(audio, kind, device);
        };
    }

    /// Makes an output that pulls this mixer; it has no device until one is chosen.
    public AudioOutput output(Mixer mixer) {
        PlaybackOpener opener =
                switch (way) {
                    case Way.Pulse(_) -> PulsePlayback::open;
                    case Way.Sdl(SdlAudio audio) ->
                            (choice, onLost) -> SdlPlayback.open(audio, choice, onLost);
                };
        return new MixedOutput(mixer, opener, devices());
    }

    /// Raises the priority of the calling platform thread, where the system allows it. For pacing
    /// threads outside this package.
    public static void hurry() {
        RealtimePriority.ask();
    }

    /// Starts native code that makes its own audio threads, so that they get a raised priority too.
    public static void startNative(Runnable start) {
        RealtimePriority.inherit(start);
    }

    @Override
    public void close() {
        switch (way) {
            case Way.Pulse(PulseDevices devices) -> devices.close();
            case Way.Sdl(SdlAudio audio) -> audio.close();
        }
    }
}

package org.tonewire.app.audio.pulse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;

/// What a sound server has at one moment.
///
/// @param serverName as it calls itself; PipeWire names itself in it
record ServerSnapshot(
        String serverName,
        String defaultSink,
        String defaultSource,
        List<PulseDevice> sinks,
        List<PulseDevice> sources) {
    /// A sink or a source.
    ///
    /// @param monitor whether it is a source that gives what a sink plays
    /// @param monitorName a sink's monitor; a monitor's sink
    record PulseDevice(String name, String description, boolean monitor, String monitorName) {}

    /// How short queues may be on a server.
    ///
    /// @param queueFrames what the server queues ahead of the device
    /// @param chunkFrames what it asks for at once, at the least
    /// @param safeMillis what a track's queue must hold at the least
    record Tuning(int queueFrames, int chunkFrames, double safeMillis) {
        private static final Tuning PIPE_WIRE = new Tuning(480, 120, 3);
        private static final Tuning PULSE_AUDIO = new Tuning(1_440, 240, 6);
    }

    /// PipeWire mixes in steady small steps; PulseAudio splits its steps unevenly as soon as
    /// several streams want low latency, and needs more.
    Tuning tuning() {
        return serverName.contains("PipeWire") ? Tuning.PIPE_WIRE : Tuning.PULSE_AUDIO;
    }

    /// The source that stands for the system's microphone. A default that only hears what this
    /// computer plays is not one.
    Optional<PulseDevice> defaultMicrophone() {
        List<PulseDevice> microphones =
                sources.stream().filter(source -> !source.monitor()).toList();
        return microphones.stream()
                .filter(source -> source.name().equals(defaultSource))
                .findFirst()
                .or(() -> microphones.stream().findFirst());
    }

    Optional<PulseDevice> defaultOutput() {
        return sinks.stream().filter(sink -> sink.name().equals(defaultSink)).findFirst();
    }

    /// Everything as the rest of the program knows it, the default first within its kind. What a
    /// sink plays goes by its monitor's name and the sink's description.
    List<AudioDevice> devices() {
        List<AudioDevice> devices = new ArrayList<>();
        String microphone = defaultMicrophone().map(PulseDevice::name).orElse("");
        for (PulseDevice source : sources) {
            if (!source.monitor()) {
                boolean isDefault = source.name().equals(microphone);
                devices.add(device(source, source.name(), DeviceKind.MICROPHONE, isDefault));
            }
        }
        for (PulseDevice sink : sinks) {
            boolean isDefault = sink.name().equals(defaultSink);
            devices.add(device(sink, sink.name(), DeviceKind.OUTPUT, isDefault));
            if (!sink.monitorName().isEmpty()) {
                devices.add(device(sink, sink.monitorName(), DeviceKind.SYSTEM_AUDIO, isDefault));
            }
        }
        devices.sort(
                Comparator.comparing(AudioDevice::kind)
                        .thenComparing(device -> !device.isDefault()));
        return List.copyOf(devices);
    }

    private static AudioDevice device(
            PulseDevice device, String id, DeviceKind kind, boolean isDefault) {
        return new AudioDevice(new DeviceId(id), device.description(), kind, isDefault);
    }
}

package org.tonewire.app.audio.pulse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.UniqueNames;

/// The devices of a sound server at one moment.
///
/// @param serverName the server's own name; it contains PipeWire's name where that runs
record ServerSnapshot(
        String serverName,
        String defaultSink,
        String defaultSource,
        List<PulseDevice> sinks,
        List<PulseDevice> sources) {
    /// A sink or a source.
    ///
    /// @param monitor whether it is a source that captures what a sink plays
    /// @param monitorName a sink's monitor; a monitor's sink
    /// @param channelMap the position of each channel (`pa_channel_position_t`)
    record PulseDevice(
            String name,
            String description,
            boolean monitor,
            String monitorName,
            List<Integer> channelMap) {}

    /// The shortest safe queue lengths of a server.
    ///
    /// @param queueFrames the server's queue ahead of the device
    /// @param chunkFrames the least it requests at once
    /// @param safeMillis the least fill of a track's queue
    record Tuning(int queueFrames, int chunkFrames, double safeMillis) {
        private static final Tuning PIPE_WIRE = new Tuning(480, 120, 3);
        private static final Tuning PULSE_AUDIO = new Tuning(1_440, 240, 6);
    }

    /// PipeWire mixes in steady small steps; PulseAudio's steps are uneven as soon as several
    /// streams want low latency, and need longer queues.
    Tuning tuning() {
        return serverName.contains("PipeWire") ? Tuning.PIPE_WIRE : Tuning.PULSE_AUDIO;
    }

    /// The default microphone: none where the default source is a monitor, as nobody chose another.
    Optional<PulseDevice> defaultMicrophone() {
        return sources.stream()
                .filter(source -> !source.monitor() && source.name().equals(defaultSource))
                .findFirst();
    }

    /// The name of the output whose monitor is the default source, where there are microphones.
    Optional<String> monitorAsDefault() {
        boolean choosable = sources.stream().anyMatch(source -> !source.monitor());
        return sinks.stream()
                .filter(sink -> choosable && sink.monitorName().equals(defaultSource))
                .map(PulseDevice::description)
                .findFirst();
    }

    Optional<PulseDevice> defaultOutput() {
        return sinks.stream().filter(sink -> sink.name().equals(defaultSink)).findFirst();
    }

    /// The device with this id, whatever its kind.
    Optional<AudioDevice> find(String id) {
        return devices().stream().filter(device -> device.id().value().equals(id)).findFirst();
    }

    /// What a recording stream takes from the source with this id.
    InputChannels inputs(String id) {
        return sources.stream()
                .filter(source -> source.name().equals(id))
                .findFirst()
                .map(InputChannels::of)
                .orElse(InputChannels.MIXED);
    }

    /// All devices, the default first within its kind. The system audio of a sink has its monitor's
    /// name as id and the sink's description as name.
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
        return UniqueNames.of(devices);
    }

    private static AudioDevice device(
            PulseDevice device, String id, DeviceKind kind, boolean isDefault) {
        return new AudioDevice(new DeviceId(id), device.description(), kind, isDefault);
    }
}

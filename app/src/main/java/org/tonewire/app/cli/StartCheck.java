package org.tonewire.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceSpec;

/// Looks for the devices and files of a run before its room is opened or joined, so that nobody
/// gets an invite to a room that ends at once.
final class StartCheck {
    private final Supplier<AudioDevices> devices;

    /// @param devices asked only for a device that is named
    StartCheck(Supplier<AudioDevices> devices) {
        this.devices = devices;
    }

    /// The first that is not there. Blocks while the sound server gives its first answer.
    Optional<Problem> problem(List<SourceSpec> sources, Optional<OutputChoice> output) {
        return Stream.concat(
                        sources.stream().map(source -> missing(source.origin())),
                        output.stream().map(this::missing))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Problem> missing(SourceOrigin origin) {
        return switch (origin) {
            case SourceOrigin.Microphone(var device) ->
                    device.flatMap(id -> missing(DeviceKind.MICROPHONE, id));
            case SourceOrigin.SystemAudio(var device) ->
                    device.flatMap(id -> missing(DeviceKind.SYSTEM_AUDIO, id));
            case SourceOrigin.AudioFile(Path path, _) -> missing(path);
            case SourceOrigin.Address _, SourceOrigin.Pipe _, SourceOrigin.Tone _ ->
                    Optional.empty();
        };
    }

    private Optional<Problem> missing(OutputChoice output) {
        return output instanceof OutputChoice.Chosen(DeviceId id)
                ? missing(DeviceKind.OUTPUT, id)
                : Optional.empty();
    }

    /// Without a sound server nobody knows what there will be. A slow one may answer between two
    /// questions, so what is listed is asked for last.
    private Optional<Problem> missing(DeviceKind kind, DeviceId id) {
        AudioDevices present = devices.get();
        if (present.unavailable().isPresent()) {
            return Optional.empty();
        }
        List<AudioDevice> all = present.list();
        return DeviceMatch.find(all, kind, id).isPresent()
                ? Optional.empty()
                : Optional.of(DeviceMatch.problem(all, kind, id));
    }

    private static Optional<Problem> missing(Path path) {
        String name = Optional.ofNullable(path.getFileName()).orElse(path).toString();
        if (Files.notExists(path)) {
            return Optional.of(new Problem(Reason.FILE_NOT_FOUND, name));
        }
        return Files.isReadable(path)
                ? Optional.empty()
                : Optional.of(new Problem(Reason.FILE_UNREADABLE, name));
    }
}

package org.tonewire.app.audio.pulse;

import java.util.Optional;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.DeviceMatch;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The device that a stream is to use.
///
/// @param wanted empty means the default of its kind, which is followed
record DeviceTarget(DeviceKind kind, Optional<DeviceId> wanted) {
    /// The device that this stands for now.
    Optional<AudioDevice> in(ServerSnapshot server) {
        if (wanted.isPresent()) {
            return DeviceMatch.find(server.devices(), kind, wanted.get());
        }
        return server.devices().stream()
                .filter(device -> device.kind() == kind && device.isDefault())
                .findFirst();
    }

    /// Why there is no such device now.
    Problem absent(ServerSnapshot server) {
        if (wanted.isPresent()) {
            return DeviceMatch.problem(server.devices(), kind, wanted.get());
        }
        return switch (kind) {
            case MICROPHONE ->
                    server.monitorAsDefault()
                            .map(name -> new Problem(Reason.DEFAULT_IS_MONITOR, name))
                            .orElse(Problem.of(Reason.NO_INPUT_DEVICE));
            case SYSTEM_AUDIO, OUTPUT -> Problem.of(Reason.NO_OUTPUT_DEVICE);
        };
    }

    /// Whether it follows the default.
    boolean follows() {
        return wanted.isEmpty();
    }
}

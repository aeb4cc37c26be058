package org.tonewire.app.cli;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.problem.Problem;

/// A computer without any device.
///
/// @param unavailable why, if there is no sound server
record NoDevices(Optional<Problem> unavailable) implements AudioDevices {
    @Override
    public List<AudioDevice> list() {
        return List.of();
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return () -> {};
    }
}

package org.tonewire.app.audio.output;

import java.util.function.Consumer;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;

/// Opens output devices, in one way or another.
@FunctionalInterface
public interface PlaybackOpener {
    /// @param choice anything but nowhere
    /// @param onLost told once at most, from the device's thread, when it is pulled or breaks
    PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost);
}

package org.tonewire.app.audio.output;

import java.util.function.Consumer;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;

/// Opens the output devices of one backend.
@FunctionalInterface
public interface PlaybackOpener {
    /// @param choice any choice but no output
    /// @param onLost called once at most, on the device's thread, when the device is unplugged or
    ///   fails
    PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost);
}

package org.tonewire.app.ui.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.session.LocalAudio;

/// Opens the device of a test.
@FunctionalInterface
interface DeviceTestOpener {
    /// Blocks until the test runs or has failed.
    ///
    /// @param meter receives the level
    /// @param onEnd called on any thread when the test ends by itself, with the problem if it
    ///   failed
    DeviceTestOpening open(LocalAudio audio, LevelMeter meter, Consumer<Optional<Problem>> onEnd);
}

package org.tonewire.app.ui.check;

import java.util.Optional;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.LevelMeter;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.ui.model.SoundParts;

/// Opens what is to be tried.
@FunctionalInterface
interface DeviceTestOpener {
    /// Blocks until it runs or failed.
    ///
    /// @param meter to be fed while it runs
    /// @param over to be told, by any thread, when it ends by itself, with the reason if it broke
    DeviceTestOpening open(SoundParts parts, LevelMeter meter, Consumer<Optional<Problem>> over);
}

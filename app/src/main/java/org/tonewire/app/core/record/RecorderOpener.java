package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Makes recorders.
@FunctionalInterface
public interface RecorderOpener {
    /// @param folder created where it is missing
    /// @param onLoss receives, on any thread, each loss of a track
    RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss);
}

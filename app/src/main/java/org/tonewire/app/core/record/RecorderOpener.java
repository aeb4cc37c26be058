package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Makes recorders.
@FunctionalInterface
public interface RecorderOpener {
    /// @param folder is made where it is missing
    /// @param onLoss told, on any thread, what of a track is lost
    RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss);
}

package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tonewire.app.core.problem.Problem;

/// Makes recorders.
@FunctionalInterface
public interface RecorderOpener {
    /// @param folder is made where it is missing
    /// @param onFailure told, on any thread, when storing breaks later (a full disk)
    RecorderOpening open(Path folder, Consumer<Problem> onFailure);
}

package org.tonewire.app.ui.check;

import org.tonewire.app.core.problem.Problem;

/// What came of opening something to try.
sealed interface DeviceTestOpening {
    /// @param close ends it; blocks
    record Running(Runnable close) implements DeviceTestOpening {}

    record Failed(Problem problem) implements DeviceTestOpening {}
}

package org.tonewire.app.ui.check;

import org.tonewire.app.core.problem.Problem;

/// The outcome of opening a test's device.
sealed interface DeviceTestOpening {
    /// @param close ends the test; blocks
    record Running(Runnable close) implements DeviceTestOpening {}

    record Failed(Problem problem) implements DeviceTestOpening {}
}

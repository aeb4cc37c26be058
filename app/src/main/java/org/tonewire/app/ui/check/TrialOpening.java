package org.tonewire.app.ui.check;

import org.tonewire.app.core.problem.Problem;

/// What came of opening something to try.
sealed interface TrialOpening {
    /// @param close ends it; blocks
    record Running(Runnable close) implements TrialOpening {}

    record Failed(Problem problem) implements TrialOpening {}
}

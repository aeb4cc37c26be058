package org.tonewire.app.core.record;

import org.tonewire.app.core.problem.Problem;

/// What came of wanting to record.
public sealed interface RecorderOpening {
    record Opened(TrackRecorder recorder) implements RecorderOpening {}

    record Failed(Problem problem) implements RecorderOpening {}
}

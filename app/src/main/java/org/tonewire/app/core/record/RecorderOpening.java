package org.tonewire.app.core.record;

import org.tonewire.app.core.problem.Problem;

/// The result of opening a recorder.
public sealed interface RecorderOpening {
    record Opened(TrackRecorder recorder) implements RecorderOpening {}

    record Failed(Problem problem) implements RecorderOpening {}
}

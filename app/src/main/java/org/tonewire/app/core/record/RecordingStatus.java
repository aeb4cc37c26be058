package org.tonewire.app.core.record;

import java.nio.file.Path;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// How it stands with the recording of a session.
public sealed interface RecordingStatus {
    /// Nothing is recorded: it did not begin.
    record Off() implements RecordingStatus {}

    record Running(Path folder) implements RecordingStatus {}

    /// @param files how many tracks were begun
    /// @param problem why it ended, where nobody asked for it
    record Ended(Path folder, int files, Optional<Problem> problem) implements RecordingStatus {}
}

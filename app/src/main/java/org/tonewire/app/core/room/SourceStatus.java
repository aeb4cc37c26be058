package org.tonewire.app.core.room;

import org.tonewire.app.core.problem.Problem;

/// How a source of one's own stands.
public sealed interface SourceStatus {
    /// A device is being opened, a header read.
    record Opening() implements SourceStatus {}

    record Live() implements SourceStatus {}

    /// Played to its end.
    record Finished() implements SourceStatus {}

    record Failed(Problem problem) implements SourceStatus {}
}

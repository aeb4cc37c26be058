package org.tonewire.app.core.source;

import org.tonewire.app.core.problem.Problem;

/// The result of opening a source.
public sealed interface SourceOpening {
    record Opened(SourceStream stream) implements SourceOpening {}

    record Failed(Problem problem) implements SourceOpening {}
}

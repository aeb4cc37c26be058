package org.tonewire.app.core.host;

import org.tonewire.app.core.problem.Problem;

/// What came of starting a server.
public sealed interface ServerOutcome {
    record Started(RunningServer server) implements ServerOutcome {}

    record Failed(Problem problem) implements ServerOutcome {}
}

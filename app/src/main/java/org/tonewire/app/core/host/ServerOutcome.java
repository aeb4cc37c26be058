package org.tonewire.app.core.host;

import org.tonewire.app.core.problem.Problem;

/// The result of starting a server.
public sealed interface ServerOutcome {
    record Started(RunningServer server) implements ServerOutcome {}

    record Failed(Problem problem) implements ServerOutcome {}
}

package org.tonewire.app.core.host;

import org.tonewire.app.core.problem.Problem;

/// What came of hosting.
public sealed interface HostOutcome {
    record Started(Hosting hosting) implements HostOutcome {}

    record Failed(Problem problem) implements HostOutcome {}
}

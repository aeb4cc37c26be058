package org.tonewire.app.core.host;

import org.tonewire.app.core.problem.Problem;

/// The result of hosting a room.
public sealed interface HostOutcome {
    record Started(Hosting hosting) implements HostOutcome {}

    record Failed(Problem problem) implements HostOutcome {}
}

package org.tonewire.app.cli;

import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;

/// Prints events of a session to standard output or error, one line each. Any thread.
interface EventLines {
    void hosting(Hosting hosting);

    void happened(SessionEvent event);

    void problem(Problem problem);

    /// Whether the output still has a reader; false after its pipe was closed.
    boolean hasReader();
}

package org.tonewire.app.cli;

import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;

/// Tells what happens, a line each, on standard output or error.
interface EventLines {
    void hosting(Hosting hosting);

    void happened(SessionEvent event);

    void problem(Problem problem);

    /// False when the program that read these lines is gone.
    boolean isHeard();
}

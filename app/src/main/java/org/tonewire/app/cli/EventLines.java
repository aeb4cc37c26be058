package org.tonewire.app.cli;

import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;

/// Prints events of a session to standard output or error, one line each. Any thread.
interface EventLines {
    void hosting(Hosting hosting);

    void happened(SessionEvent event);

    void problem(Problem problem);

    /// A line of `--commands` was not understood, or asks for what cannot be; it changed nothing.
    ///
    /// @param why in English, for the author of a script
    void refused(String why);

    /// The list of commands, for people.
    void help(String commands);

    /// Events were dropped because nobody read the lines.
    ///
    /// @param events how many, since this was last called
    void dropped(long events);

    /// Whether the output still has a reader; false after its pipe was closed.
    boolean hasReader();
}

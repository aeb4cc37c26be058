package org.tonewire.app.cli;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.intent.WindowIntent;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The starts by a double click: nothing, or one invite. They pass the parser by: its classes are
/// of a format that no cache holds, and loading them takes a third of the window's start.
final class WindowStart {
    private final Face face;

    WindowStart(Face face) {
        this.face = face;
    }

    static boolean isPlain(List<String> arguments) {
        return arguments.isEmpty() || (arguments.size() == 1 && isLink(arguments.getFirst()));
    }

    static boolean isLink(String argument) {
        return argument.contains("://") && !argument.startsWith("-");
    }

    /// Opens the window and blocks until it is closed.
    ///
    /// @param links none or one
    ExitCode open(List<String> links) {
        if (links.isEmpty()) {
            return face.window(WindowIntent.NONE);
        }
        Optional<Invite> invite = InviteLink.parse(links.getFirst());
        if (invite.isEmpty()) {
            face.lines(false).problem(Problem.of(Reason.INVITE_MALFORMED));
            return ExitCode.USAGE;
        }
        return face.window(WindowIntent.joining(invite.get()));
    }
}

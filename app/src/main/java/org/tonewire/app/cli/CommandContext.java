package org.tonewire.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.shell.WindowIntent;
import org.tonewire.signaling.protocol.ParticipantName;

/// Everything that commands share: services, output format, and how to open the window.
final class CommandContext {
    private static final String DEFAULT_NAME = "Tonewire";

    private final CommandServices services;
    private final Function<WindowIntent, ExitCode> window;

    /// @param window opens the window and blocks until it is closed
    CommandContext(CommandServices services, Function<WindowIntent, ExitCode> window) {
        this.services = services;
        this.window = window;
    }

    CommandServices services() {
        return services;
    }

    EventLines lines(boolean json) {
        CommandServices.Streams streams = services.streams();
        return json
                ? new JsonLines(streams.out(), services.wording())
                : new PlainLines(streams.out(), streams.err(), services.wording());
    }

    ExitCode window(SessionOptions options, WindowIntent.Action action) {
        return window.apply(
                new WindowIntent(
                        action,
                        options.name(),
                        options.output(),
                        options.sources(),
                        options.record()));
    }

    ExitCode window(WindowIntent intent) {
        return window.apply(intent);
    }

    /// Whether these are the arguments of a desktop launch: none, or one link. Such a launch skips
    /// picocli, whose classes are too old for the class data cache (decision 0045).
    static boolean isDoubleClick(List<String> arguments) {
        return arguments.isEmpty() || (arguments.size() == 1 && isLink(arguments.getFirst()));
    }

    static boolean isLink(String argument) {
        return argument.contains("://") && !argument.startsWith("-");
    }

    /// Opens the window and blocks until it is closed.
    ///
    /// @param links none, or an invite
    ExitCode window(List<String> links) {
        if (links.isEmpty()) {
            return window(WindowIntent.NONE);
        }
        Optional<Invite> invite = InviteLink.parse(links.getFirst());
        if (invite.isEmpty()) {
            lines(false).problem(Problem.of(InviteLink.missing(links.getFirst())));
            return ExitCode.USAGE;
        }
        return window(WindowIntent.joining(invite.get()));
    }

    /// What a run without a window asks for and is not there; printed.
    Optional<ExitCode> missing(SessionOptions options) {
        Optional<Problem> missing =
                new StartCheck(services::devices).problem(options.sources(), options.output());
        missing.ifPresent(lines(options.json())::problem);
        return missing.map(problem -> ExitCode.of(problem.reason()));
    }

    /// The participant name: from the options, else from the settings, else the account name.
    ParticipantName name(SessionOptions options) {
        return options.name()
                .or(() -> services.settings().name())
                .or(() -> ParticipantName.parse(System.getProperty("user.name", "")))
                .orElse(new ParticipantName(DEFAULT_NAME));
    }
}

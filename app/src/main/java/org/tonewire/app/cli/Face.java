package org.tonewire.app.cli;

import java.util.function.Function;
import org.tonewire.app.core.intent.WindowIntent;
import org.tonewire.signaling.protocol.ParticipantName;

/// How the commands meet the person: as lines or as a window.
final class Face {
    private static final String NOBODY = "Tonewire";

    private final CliParts parts;
    private final Function<WindowIntent, ExitCode> window;

    /// @param window opens the window and blocks until it is closed
    Face(CliParts parts, Function<WindowIntent, ExitCode> window) {
        this.parts = parts;
        this.window = window;
    }

    CliParts parts() {
        return parts;
    }

    EventLines lines(boolean json) {
        CliParts.Streams streams = parts.streams();
        return json
                ? new JsonLines(streams.out(), parts.wording())
                : new PlainLines(streams.out(), streams.err(), parts.wording());
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

    /// The name asked for, the one in the settings, the account's.
    ParticipantName name(SessionOptions options) {
        return options.name()
                .or(() -> parts.settings().name())
                .or(() -> ParticipantName.parse(System.getProperty("user.name", NOBODY)))
                .orElse(new ParticipantName(NOBODY));
    }
}

package org.tonewire.app.desktop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.shell.Notifier;
import org.tonewire.signaling.protocol.Truncation;

/// Notifications by `notify-send` (org.freedesktop.Notifications), if installed.
public final class NotifySend implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySend.class);
    private static final int MAX_CODE_POINTS = 200;

    private final Optional<Path> program;

    private NotifySend(Optional<Path> program) {
        this.program = program;
    }

    /// The program on the search path, if any.
    public static NotifySend ofThisComputer() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new NotifySend(
                Stream.of(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder, "notify-send"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    static NotifySend by(Path program) {
        return new NotifySend(Optional.of(program));
    }

    @Override
    public void show(String title, String text) {
        program.ifPresent(found -> start(command(found, title, text)));
    }

    /// The arguments. Names are untrusted: they must not be read as options or markup.
    static List<String> command(Path program, String title, String text) {
        return List.of(
                program.toString(),
                "--app-name=Tonewire",
                "--icon=tonewire",
                "--",
                cut(title),
                cut(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private static String cut(String text) {
        return Truncation.toCodePoints(text, MAX_CODE_POINTS);
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.debug("the desktop was not told", e);
        }
    }
}

package org.tonewire.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A display of its own with a window manager, without a desktop.
///
/// @param display as `DISPLAY` names it
public record Screen(String display, ChildProcess server, ChildProcess manager)
        implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// The server itself finds a number that is free: several may start at once.
    public static Screen start() {
        BlockingQueue<String> numbers = new LinkedBlockingQueue<>();
        ChildProcess server =
                ChildProcess.launchForLines(
                        "Xvfb",
                        Map.of(),
                        List.of(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                "1600x1000x24",
                                "-ac",
                                "-nolisten",
                                "tcp"),
                        numbers::add);
        String display =
                ":"
                        + Await.value(
                                "a display",
                                LIMIT,
                                () -> Optional.ofNullable(numbers.poll()),
                                server::report);
        ChildProcess manager =
                ChildProcess.start("openbox", Map.of("DISPLAY", display), List.of("openbox"));
        return new Screen(display, server, manager);
    }

    /// What is to be seen, as a PNG file.
    public Path shot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        run("import", "-window", "root", file.toString());
        return file;
    }

    /// Asks every window to close, as its cross does, whichever is in front.
    public void closeWindows() {
        String each = "wmctrl -i -c $w";
        run(
                "sh",
                "-c",
                "for w in $(xdotool search --onlyvisible --name Tonewire); do " + each + "; done");
    }

    /// What somebody at the keyboard does, in words of `xdotool`: `keydown F8`.
    public void type(String... words) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(words));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) {
        try (ChildProcess child =
                ChildProcess.start(command[0], Map.of("DISPLAY", display), List.of(command))) {
            if (child.awaitExit(LIMIT) != 0) {
                throw new AssertionError(child.report());
            }
        }
    }

    @Override
    public void close() {
        manager.close();
        server.close();
    }
}

package org.tonewire.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A display of its own with a window manager, without a desktop.
///
/// @param display as `DISPLAY` names it
public record Screen(String display, ChildProcess server, ChildProcess manager)
        implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int FIRST = 140;

    public static Screen start() {
        int number = FIRST;
        while (Files.exists(socket(number))) {
            number++;
        }
        Path socket = socket(number);
        ChildProcess server =
                ChildProcess.start(
                        "Xvfb",
                        Map.of(),
                        List.of("Xvfb", ":" + number, "-screen", "0", "1600x1000x24", "-ac"));
        Await.until("a display", LIMIT, () -> Files.exists(socket), server::report);
        Map<String, String> there = Map.of("DISPLAY", ":" + number);
        ChildProcess manager = ChildProcess.start("openbox", there, List.of("openbox"));
        return new Screen(":" + number, server, manager);
    }

    private static Path socket(int number) {
        return Path.of("/tmp/.X11-unix/X" + number);
    }

    /// What is to be seen, as a PNG file.
    public Path shot(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        run("import", "-window", "root", file.toString());
        return file;
    }

    /// Asks every window to close, as its cross does.
    public void closeWindows() {
        String each = "xdotool windowactivate --sync $w key --clearmodifiers alt+F4";
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

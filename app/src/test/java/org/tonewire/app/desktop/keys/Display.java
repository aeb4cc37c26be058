package org.tonewire.app.desktop.keys;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// An X server for one test, and its keyboard.
record Display(Process server, String name) implements AutoCloseable {
    static Display start() throws IOException {
        Process server =
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        return new Display(server, ":" + output.readLine());
    }

    /// As `xdotool keydown F8`.
    void type(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("xdotool"));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all).inheritIO();
        builder.environment().put("DISPLAY", name);
        if (builder.start().waitFor() != 0) {
            throw new IOException("xdotool does not work");
        }
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}

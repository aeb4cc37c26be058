package org.tonewire.app.instance;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A process that holds the window of a folder, and writes what it is told into a file there.
public final class FirstWindow {
    private FirstWindow() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        if (SingleInstance.enter(folder, Optional.empty())
                instanceof LaunchOutcome.First(var window)) {
            Path heard = folder.resolve("heard.txt");
            PrintStream out =
                    new PrintStream(Files.newOutputStream(heard), true, StandardCharsets.UTF_8);
            out.println("ready");
            window.follow(invite -> out.println(invite.map(i -> i.link()).orElse("show")));
        }
        new CountDownLatch(1).await();
    }
}

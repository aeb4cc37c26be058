package org.tonewire.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A cache of loaded and linked classes (JEP 483, JEP 514), as the installed program has one: it
/// saves a process about a third of the processor time of its start. Each JVM that runs tests makes
/// one, from a host without a window whom nobody joins.
final class StartCache {
    private static final Duration LONG = Duration.ofMinutes(5);

    private StartCache() {}

    private static final class Made {
        static final Path FILE = train();
    }

    /// The options of a JVM on the application's class path that uses it. The first call makes it.
    /// What the JVM says of it would go to standard output, which programs read.
    static List<String> options() {
        return List.of("-XX:AOTCache=" + Made.FILE, "-Xlog:disable", "-Xlog:all=error:stderr");
    }

    private static Path train() {
        Path file = TonewireProcess.besideClassPath("start.aot");
        try {
            Files.deleteIfExists(file);
            train(file, Files.createTempDirectory("tonewire-start-cache-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("the training run left no " + file);
        }
        return file;
    }

    private static void train(Path file, Path home) throws IOException {
        try (TonewireProcess host =
                TonewireProcess.startWithJvmOptions(
                        List.of("-XX:AOTCacheOutput=" + file, "-Dtonewire.exit.slowly=true"),
                        home,
                        "training",
                        "host",
                        "--commands",
                        "--json",
                        "--port=0",
                        "--advertise=127.0.0.1",
                        "--name=Trainee",
                        "--source=tone:440",
                        "--output=none")) {
            host.awaitEvent("in the room", event -> event.is("joined"), LONG);
            host.input().write("leave\n".getBytes(StandardCharsets.UTF_8));
            host.input().flush();
            host.awaitExit(LONG);
        }
    }
}

package org.tonewire.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.app.Main;
import org.tonewire.app.testing.Eventually;

/// Real processes: one has the window, `tonewire INVITE` is started beside it.
final class TwoStartsTest {
    private static final String LINK = "https://10.0.0.1:4433/r/Band#k=AAECAwQFBgcICQoLDA0ODw";

    @TempDir Path home;

    @Test
    void aSecondStartHandsItsInviteOverAndEnds() throws Exception {
        Process first = firstWindow();
        try {
            assertThat(tonewire(LINK.replace("https", "tonewire"))).isZero();
            assertThat(tonewire()).isZero();
            awaitHeard("show");
            assertThat(heard()).containsExactly("ready", LINK, "show");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void aFirstThatWasKilledIsNotInTheWay() throws Exception {
        firstWindow().destroyForcibly().waitFor();
        assertThat(windowFolder().resolve("window.sock")).exists();
        LaunchOutcome entry = SingleInstance.enter(windowFolder(), Optional.empty());
        assertThat(entry).isInstanceOf(LaunchOutcome.First.class);
        ((LaunchOutcome.First) entry).window().close();
    }

    @Test
    void halfAnInviteOpensNothing() throws Exception {
        assertThat(tonewire("https://10.0.0.1/r/x")).isEqualTo(2);
        assertThat(tonewire("hots")).isEqualTo(2);
    }

    private Process firstWindow() throws IOException {
        Files.createDirectories(windowFolder());
        Process first = java(FirstWindow.class, List.of(windowFolder().toString()));
        awaitHeard("ready");
        return first;
    }

    private int tonewire(String... arguments) throws Exception {
        Process second = java(Main.class, List.of(arguments));
        if (!second.waitFor(120, TimeUnit.SECONDS)) {
            second.destroyForcibly().waitFor();
            throw new AssertionError(Files.readString(home.resolve("Main.txt")));
        }
        return second.exitValue();
    }

    private Process java(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dglass.platform=Headless");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TONEWIRE_HOME", home.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve(main.getSimpleName() + ".txt").toFile());
        return builder.start();
    }

    private void awaitHeard(String line) {
        Eventually.holds(() -> heard().contains(line), () -> "heard " + heard());
    }

    private List<String> heard() {
        try {
            Path file = windowFolder().resolve("heard.txt");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path windowFolder() {
        return home.resolve("data").resolve("window");
    }
}

package org.tonewire.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is closed becomes /dev/null, in the scripts' function and in the installed launcher.
@Timeout(60)
final class DescriptorsTest {
    private static final String TELL =
            """
            for n in 0 1 2; do
              there=$(readlink /proc/$$/fd/$n) || there=closed
              echo "$there" >>heard
            done
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"sh, <&-", "sh, >&-", "sh, 2>&-", "sh, <&- >&- 2>&-", "bash, <&- >&- 2>&-"})
    void theFunctionFillsWhatIsClosed(String shell, String closed) throws Exception {
        Path script = folder.resolve("script");
        String function = Files.readString(Shell.packaging().resolve("common/descriptors.sh"));
        Files.writeString(script, function + "fill_descriptors\n" + TELL);

        run(shell + " " + script, closed);
    }

    @ParameterizedTest
    @CsvSource({"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
    void theInstalledLauncherFillsWhatIsClosed(String closed) throws Exception {
        Path java = folder.resolve("lib/runtime/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\n" + TELL);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path launcher = folder.resolve("tonewire");
        String script = Files.readString(Shell.packaging().resolve("linux/tonewire.sh"));
        Files.writeString(launcher, script.replace("/opt/tonewire/", folder + "/"));

        run("sh " + launcher, closed);
    }

    private void run(String command, String closed) throws Exception {
        var process =
                new ProcessBuilder("bash", "-c", command + " " + closed)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var _ = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        var heard = Files.readAllLines(folder.resolve("heard"));
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0)).satisfies(there -> isFilled(there, closed.contains("<&-")));
        assertThat(heard.get(1)).satisfies(there -> isFilled(there, closed.matches("(.* )?>&-.*")));
        assertThat(heard.get(2)).satisfies(there -> isFilled(there, closed.contains("2>&-")));
    }

    private static void isFilled(String there, boolean wasClosed) {
        if (wasClosed) {
            assertThat(there).isEqualTo("/dev/null");
        } else {
            assertThat(there).startsWith("pipe:");
        }
    }
}

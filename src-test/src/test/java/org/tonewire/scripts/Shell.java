package org.tonewire.scripts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs lines of bash with functions of `packaging` at hand.
final class Shell {
    private Shell() {}

    /// What was said on standard output and error, and the exit code.
    record Outcome(List<String> lines, int code) {}

    /// @param parts files of `packaging/common` without `.sh`, whose functions the script calls
    static Outcome run(Path folder, List<String> parts, String script, String... arguments)
            throws IOException, InterruptedException {
        StringBuilder whole = new StringBuilder("set -euo pipefail\n");
        for (String part : parts) {
            whole.append("source '").append(packaging().resolve("common/" + part + ".sh"));
            whole.append("'\n");
        }
        List<String> command = new ArrayList<>();
        command.addAll(List.of("bash", "-c", whole.append(script).toString(), "script"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(said.lines().toList(), process.waitFor());
    }

    /// Looks upwards from the working directory, which is this module's or the repository's.
    static Path packaging() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.isRegularFile(here.resolve("packaging/common/say.sh"))) {
                return here.resolve("packaging");
            }
        }
        throw new IllegalStateException("no scripts above " + Path.of("").toAbsolutePath());
    }
}

package org.tonewire.app.rtc.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a main class in a separate process, which native code may end.
public record ChildJvm(int exitCode, boolean endedByItself, String output) {
    public static ChildJvm run(Class<?> main, Path folder, int timeoutSeconds) {
        return run(main, List.of(), folder, timeoutSeconds);
    }

    public static ChildJvm run(
            Class<?> main, List<String> arguments, Path folder, int timeoutSeconds) {
        Path output = folder.resolve(main.getSimpleName() + ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(folder.toFile());
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(timeoutSeconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new ChildJvm(
                    process.exitValue(), ended, Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

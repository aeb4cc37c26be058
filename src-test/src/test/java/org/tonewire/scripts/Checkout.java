package org.tonewire.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A small checkout with the real `run.sh`, where programs of its own stand for Maven and the JDK:
/// one notes that it was called and makes empty jars, the other says what it was started with.
final class Checkout {
    private final Path root;

    Checkout(Path root) throws IOException {
        this.root = root;
        copy(Shell.packaging().resolve("run.sh"), root.resolve("packaging/run.sh"));
        try (Stream<Path> parts = Files.list(Shell.packaging().resolve("common"))) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                copy(part, root.resolve("packaging/common").resolve(part.getFileName()));
            }
        }
        write("pom.xml", "");
        write("app/pom.xml", "");
        write("app/src/main/A.java", "class A {}");
        write("signaling-embedded/pom.xml", "");
        write("signaling-embedded/src/main/B.java", "class B {}");
        write("docs/user-guide.md", "");
        write("docs/images/a.png", "");
        write("library.jar", "");
        program(
                "bin/mvn",
                "root=" + root,
                "echo built >>$root/builds",
                "for each; do case $each in -Dmdep.outputFile=*) paths=${each#*=} ;; esac; done",
                "mkdir -p $root/app/target $root/signaling-embedded/target",
                "touch $root/app/target/app-1.jar",
                "touch $root/signaling-embedded/target/signaling-embedded-1.jar",
                "echo $root/library.jar >$paths");
        jdk("jdk");
    }

    /// A JDK in this folder of the checkout.
    void jdk(String folder) throws IOException {
        write(folder + "/release", "JAVA_VERSION=\"25.0.1\"\n");
        program(
                folder + "/bin/java",
                "for n in 0 1 2; do",
                "  there=$(readlink /proc/$$/fd/$n) || there=closed",
                "  echo $there >>" + root + "/started",
                "done",
                "echo started");
        program(folder + "/bin/javac");
    }

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void program(String file, String... lines) throws IOException {
        write(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!root.resolve(file).toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    Path resolve(String file) {
        return root.resolve(file);
    }

    /// Starts Tonewire and returns at its end what was said.
    ///
    /// @param redirections as a shell takes them, `<&-` for example
    String start(Map<String, String> environment, String redirections) throws Exception {
        return said(begin(environment, redirections));
    }

    Process begin(Map<String, String> environment, String redirections) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c"));
        command.add(
                "exec bash '%s' --version %s".formatted(resolve("packaging/run.sh"), redirections));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA25_HOME", resolve("jdk").toString());
        builder.environment().put("PATH", resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
        return said;
    }

    /// How often Maven was called.
    int builds() {
        return lines("builds").size();
    }

    /// What lay at the descriptors 0, 1 and 2 of the program that was started last.
    List<String> descriptors() {
        List<String> all = lines("started");
        return all.subList(all.size() - 3, all.size());
    }

    private List<String> lines(String file) {
        try {
            return Files.exists(resolve(file)) ? Files.readAllLines(resolve(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

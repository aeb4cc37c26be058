package org.tonewire.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process that cannot outlive its owner: closing ends it and all it started, and so does the end
/// of this JVM. Its last words are kept for the report of a failure.
public final class ChildProcess implements AutoCloseable {
    private static final int KEPT_LINES = 400;
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// For the last output of one that has ended.
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private static final Set<ChildProcess> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> OPEN.forEach(ChildProcess::kill), "reaper"));
    }

    private final String name;
    private final Process process;
    private final Queue<String> lastWords = new ArrayDeque<>();
    private final List<Thread> followers = new ArrayList<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        OPEN.add(this);
    }

    /// The command ahead of its neighbours where that is allowed: an instrument must not stutter on
    /// a busy machine.
    static List<String> ahead(String... command) {
        var all = new ArrayList<>(List.of("nice", "-n", "-15"));
        all.addAll(List.of(command));
        return all;
    }

    /// The command that runs a `main` of this class path on this Java.
    public static List<String> java(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Starts a command whose output is only of interest when something fails.
    public static ChildProcess start(
            String name, Map<String, String> environment, List<String> command) {
        var child = launch(name, environment, command);
        child.follow(child.process.getInputStream(), _ -> {});
        child.follow(child.process.getErrorStream(), _ -> {});
        return child;
    }

    /// Starts a command whose standard output the caller reads.
    static ChildProcess launchForOutput(
            String name, Map<String, String> environment, List<String> command) {
        var child = launch(name, environment, command);
        child.follow(child.process.getErrorStream(), _ -> {});
        return child;
    }

    /// Starts a command and hands on its standard output line by line, from a thread of its own.
    public static ChildProcess launchForLines(
            String name,
            Map<String, String> environment,
            List<String> command,
            Consumer<String> lines) {
        return launchForLines(name, environment, command, lines, _ -> {});
    }

    /// The same for the lines of standard error too.
    static ChildProcess launchForLines(
            String name,
            Map<String, String> environment,
            List<String> command,
            Consumer<String> lines,
            Consumer<String> errors) {
        var child = launch(name, environment, command);
        child.follow(child.process.getInputStream(), lines);
        child.follow(child.process.getErrorStream(), errors);
        return child;
    }

    private static ChildProcess launch(
            String name, Map<String, String> environment, List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + String.join(" ", command), e);
        }
    }

    private void follow(InputStream stream, Consumer<String> lines) {
        followers.add(
                Thread.ofVirtual().name(name + "-output").start(() -> readLines(stream, lines)));
    }

    private void readLines(InputStream stream, Consumer<String> lines) {
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
                lines.accept(line);
            }
        } catch (IOException e) {
            keep("(output ended: " + e.getMessage() + ")");
        }
    }

    private void keep(String line) {
        synchronized (lastWords) {
            if (lastWords.size() == KEPT_LINES) {
                lastWords.remove();
            }
            lastWords.add(line);
        }
    }

    String name() {
        return name;
    }

    public Process process() {
        return process;
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /// State and last output, for messages.
    public String report() {
        synchronized (lastWords) {
            var state = process.isAlive() ? "running" : "ended with " + process.exitValue();
            return "%s (pid %d, %s) said:%n%s"
                    .formatted(name, process.pid(), state, String.join("\n", lastWords));
        }
    }

    /// The exit code, when all output has been handed on too; or a failure that tells what was
    /// said.
    public int awaitExit(Duration timeout) {
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                for (var follower : followers) {
                    follower.join(DRAIN);
                }
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError(name + " did not end within " + timeout + ": " + report());
    }

    /// What kill -9 does, to this process alone.
    public void kill() {
        process.destroyForcibly();
    }

    /// Asks to end, waits a little, then kills, with everything the process started.
    @Override
    public void close() {
        var descendants = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        OPEN.remove(this);
    }
}

package org.tonewire.testbed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The application as a person starts it: a process of its own, with a home folder of its own,
/// whose `--json` lines are followed. One test thread uses it.
public final class TonewireProcess implements AutoCloseable {
    private static final String CLASS_PATH_FILE = "tonewire.classpath";
    private static final String OPTIONS_FILE = "tonewire.java.options";
    private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(60);

    private static final String MAIN = "org.tonewire.app.Main";

    private final EventLog events;
    private final SlowSteps slowSteps;
    private final ChildProcess child;

    private TonewireProcess(EventLog events, SlowSteps slowSteps, ChildProcess child) {
        this.events = events;
        this.slowSteps = slowSteps;
        this.child = child;
    }

    /// Starts `tonewire` with these arguments on a sound server. `name` tells processes apart in
    /// messages and names the home folder, which is kept when the same name starts again.
    public static TonewireProcess start(SoundServer server, String name, String... arguments) {
        return start(home(server, name), server.environment(), name, arguments);
    }

    /// Where the one of this name keeps its files on that server.
    public static Path home(SoundServer server, String name) {
        return server.folder().resolve("home-" + name);
    }

    /// The same without a sound server, or with another environment; `home` need not exist.
    public static TonewireProcess start(
            Path home, Map<String, String> environment, String name, String... arguments) {
        return startBy(List.of(), home, environment, name, arguments);
    }

    /// The same by way of another program, such as `ip netns exec NAME`.
    public static TonewireProcess startBy(
            List<String> launcher,
            Path home,
            Map<String, String> environment,
            String name,
            String... arguments) {
        var command = new ArrayList<>(launcher);
        command.addAll(application(StartCache.options(), home, arguments));
        return launch(name, homed(home, environment), command);
    }

    /// The same with other options of the JVM than those that make the start quick.
    static TonewireProcess startWithJvmOptions(
            List<String> jvmOptions, Path home, String name, String... arguments) {
        return launch(name, homed(home, Map.of()), application(jvmOptions, home, arguments));
    }

    private static List<String> application(
            List<String> jvmOptions, Path home, String... arguments) {
        var options = new ArrayList<>(jvmOptions);
        options.addAll(List.of("-cp", classPath(), MAIN));
        return commandLine(home, options, arguments);
    }

    /// The same with another main class, of the tests' own class path.
    public static TonewireProcess startMain(
            Class<?> main, SoundServer server, String name, String... arguments) {
        var home = home(server, name);
        var path = System.getProperty("java.class.path");
        return launch(
                name,
                homed(home, server.environment()),
                commandLine(home, List.of("-cp", path, main.getName()), arguments));
    }

    private static TonewireProcess launch(
            String name, Map<String, String> environment, List<String> command) {
        var events = new EventLog();
        var slowSteps = new SlowSteps();
        return new TonewireProcess(
                events,
                slowSteps,
                ChildProcess.launchForLines(
                        name, environment, command, events::add, slowSteps::add));
    }

    /// SIGINT is put back to its default: a shell that runs Maven in the background ignores it, and
    /// so would every process below.
    private static List<String> commandLine(Path home, List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(options());
        command.add("-Duser.home=" + home);
        command.add("-Dtonewire.log=WARN");
        command.add("-Dorg.bytedeco.javacpp.cachedir=" + nativeCache());
        command.addAll(options);
        command.addAll(List.of(arguments));
        return command;
    }

    /// What every JVM of Tonewire is started with, as one argument.
    public static String options() {
        return "@" + requiredProperty(OPTIONS_FILE);
    }

    private static Map<String, String> homed(Path home, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("HOME", home.toString());
        all.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        all.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        all.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
        all.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        all.put("LC_ALL", "C.UTF-8");
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static String classPath() {
        try {
            return Files.readString(Path.of(requiredProperty(CLASS_PATH_FILE))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the build writes it: run the tests by Maven", e);
        }
    }

    private static String nativeCache() {
        return besideClassPath("natives").toString();
    }

    /// A file of the build that the tests share.
    static Path besideClassPath(String name) {
        return Path.of(requiredProperty(CLASS_PATH_FILE)).resolveSibling(name);
    }

    private static String requiredProperty(String name) {
        var value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: Maven sets it for the tests");
        }
        return value;
    }

    /// A place in the events so far, for `awaitEvent` from there on.
    public int mark() {
        return events.size();
    }

    public TonewireEvent awaitEvent(
            String what, Predicate<TonewireEvent> predicate, Duration timeout) {
        return awaitEvent(0, what, predicate, timeout);
    }

    /// The first event from `mark` on that fits; fails when the process ends without it.
    public TonewireEvent awaitEvent(
            int mark, String what, Predicate<TonewireEvent> predicate, Duration timeout) {
        return Await.value(
                what,
                timeout,
                () -> {
                    var event = events.first(mark, predicate);
                    if (event.isEmpty() && !child.isRunning()) {
                        child.awaitExit(TOOL_TIMEOUT);
                        event = events.first(mark, predicate);
                        if (event.isEmpty()) {
                            throw new AssertionError("ended without " + what + ": " + report());
                        }
                    }
                    return event;
                },
                this::report);
    }

    public List<TonewireEvent> events() {
        return events.all();
    }

    /// Those from `mark` on. They come while a test looks: a place in `events()` that is asked for
    /// later may be beyond their end.
    public List<TonewireEvent> eventsSince(int mark) {
        return events.since(mark);
    }

    /// Lines on standard output that are no event.
    public List<String> strayLines() {
        return events.strayLines();
    }

    /// Where the process reads its standard input.
    public OutputStream input() {
        return child.process().getOutputStream();
    }

    public long pid() {
        return child.process().pid();
    }

    public boolean isRunning() {
        return child.isRunning();
    }

    /// What Ctrl-C does.
    public void interrupt() {
        try (var kill =
                ChildProcess.start(
                        "kill", Map.of(), List.of("kill", "-INT", Long.toString(pid())))) {
            kill.awaitExit(TOOL_TIMEOUT);
        }
    }

    /// What kill -9 does.
    public void kill() {
        child.kill();
    }

    /// The exit code. A process that hangs is asked for its threads first, so that the failure says
    /// where.
    public int awaitExit(Duration timeout) {
        Await.until("at its end", timeout, () -> !child.isRunning(), this::reportWithThreads);
        return child.awaitExit(TOOL_TIMEOUT);
    }

    /// State and last output, for messages.
    public String report() {
        return child.report();
    }

    private String reportWithThreads() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try (var threads =
                ChildProcess.start(
                        "jcmd", Map.of(), List.of(jcmd, Long.toString(pid()), "Thread.print"))) {
            threads.awaitExit(TOOL_TIMEOUT);
            return report() + "\n" + threads.report();
        } catch (AssertionError e) {
            return report() + "\n(no threads to show: " + e.getMessage() + ")";
        }
    }

    /// What its log told of slow steps of its session; for a test that makes one. Afterwards
    /// closing it finds none.
    public List<String> takeSlowSteps() {
        return slowSteps.take();
    }

    /// Ends it. A process whose session thread was held up for seconds fails the test.
    @Override
    public void close() {
        child.close();
        var slow = slowSteps.take();
        if (!slow.isEmpty()) {
            throw new AssertionError(String.join("\n", slow) + "\n" + child.report());
        }
    }
}

package org.tonewire.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// A sound server of its own, in a folder of its own, with virtual devices: a machine's sound
/// without the machine. Any number can run at once. One thread uses it; closing ends all of it.
public final class SoundServer implements AutoCloseable {
    /// The default output. What is played here, a person would hear; its monitor is system audio.
    public static final String SPEAKERS = "speakers";

    /// A second output to change to.
    public static final String HEADPHONES = "headphones";

    /// Play here to speak into the microphone.
    public static final String MOUTH = "virtmic";

    /// The default input: the microphone that hears `MOUTH`.
    public static final String MICROPHONE = "mic";

    private static final String SESSION_MANAGER = "wireplumber";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(60);
    private static final List<String> SOCKETS = List.of("pipewire-0", "pulse/native");

    private final SoundServerKind kind;
    private final Path folder;
    private final Map<String, String> environment;
    private final List<ChildProcess> processes = new ArrayList<>();
    private Optional<ChildProcess> bus = Optional.empty();
    private boolean standing;

    private SoundServer(SoundServerKind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
        this.environment =
                Map.of(
                        "XDG_RUNTIME_DIR", folder.toString(),
                        "PIPEWIRE_RUNTIME_DIR", folder.toString(),
                        "PULSE_RUNTIME_PATH", folder.resolve("pulse").toString(),
                        "PULSE_SERVER", "unix:" + folder.resolve("pulse/native"),
                        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                        "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"),
                        "LC_ALL", "C.UTF-8");
    }

    /// Starts a server and waits until its devices are there and default.
    public static SoundServer start(SoundServerKind kind) {
        SoundServer server;
        try {
            server = new SoundServer(kind, Files.createTempDirectory("tonewire-sound-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            if (kind == SoundServerKind.PIPEWIRE) {
                server.startBus();
            }
            server.startAgain();
            return server;
        } catch (RuntimeException | AssertionError e) {
            server.close();
            throw e;
        }
    }

    /// What a process needs in its environment to play and record here.
    public Map<String, String> environment() {
        return environment;
    }

    /// A place for files that goes when the server goes.
    public Path folder() {
        return folder;
    }

    /// Starts it where it was stopped, with the devices it had at first.
    public void startAgain() {
        switch (kind) {
            case PIPEWIRE -> startPipeWire();
            case PULSEAUDIO -> startPulseAudio();
        }
        addDevices();
    }

    /// Ends it as a crash does; programs that use it are not asked.
    public void crash() {
        for (var process : processes.reversed()) {
            process.kill();
            process.close();
        }
        processes.clear();
        for (var socket : SOCKETS) {
            try {
                Files.deleteIfExists(folder.resolve(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// From here on it answers nobody, and its devices neither give nor take sound, as one that
    /// hangs. The session manager of PipeWire goes on.
    public void standStill() {
        standing = true;
        signal("-STOP");
    }

    /// The opposite of `standStill`.
    public void goOn() {
        standing = false;
        signal("-CONT");
    }

    private void signal(String signal) {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.stream()
                .filter(each -> !each.name().equals(SESSION_MANAGER))
                .forEach(each -> command.add(Long.toString(each.process().pid())));
        try (var kill = ChildProcess.start("kill", Map.of(), command)) {
            if (kill.awaitExit(COMMAND_TIMEOUT) != 0) {
                throw new AssertionError(kill.report());
            }
        }
    }

    private void startBus() {
        bus =
                Optional.of(
                        launch(
                                "dbus-daemon",
                                "--session",
                                "--nofork",
                                "--nopidfile",
                                "--address",
                                busAddress()));
        awaitFile("bus");
    }

    private void startPipeWire() {
        run("pipewire");
        awaitFile("pipewire-0");
        run(SESSION_MANAGER);
        run("pipewire-pulse");
        awaitAnswer();
    }

    private void startPulseAudio() {
        run(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--use-pid-file=no",
                "--exit-idle-time=-1",
                "--load=module-native-protocol-unix auth-anonymous=1");
        awaitAnswer();
    }

    private void addDevices() {
        for (var sink : List.of(SPEAKERS, HEADPHONES, MOUTH)) {
            addSink(sink);
        }
        pactl(
                "load-module",
                "module-remap-source",
                "master=" + monitorOf(MOUTH),
                "source_name=" + MICROPHONE);
        awaitDefault("sink", SPEAKERS);
        awaitDefault("source", MICROPHONE);
    }

    /// Adds an output with this name, as when a device is plugged in. Returns its module, for
    /// `removeModule`.
    public String addSink(String name) {
        return pactl(
                        "load-module",
                        "module-null-sink",
                        "sink_name=" + name,
                        "sink_properties=device.description=" + name,
                        "rate=48000",
                        "channels=2")
                .strip();
    }

    /// Takes a device away, as when its cable is pulled.
    public void removeModule(String module) {
        pactl("unload-module", module);
    }

    /// The source that hears what is played into a sink.
    public static String monitorOf(String sink) {
        return sink + ".monitor";
    }

    /// Runs `pactl` and returns what it printed; fails if it fails.
    public String pactl(String... arguments) {
        return tryPactl(arguments)
                .orElseThrow(() ->
                        new AssertionError(
                                "pactl %s failed: %s"
                                        .formatted(String.join(" ", arguments), report())));
    }

    private Optional<String> tryPactl(String... arguments) {
        var command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        var lines = new ConcurrentLinkedQueue<String>();
        try (var child = ChildProcess.launchForLines("pactl", environment, command, lines::add)) {
            return child.awaitExit(COMMAND_TIMEOUT) == 0
                    ? Optional.of(String.join("\n", lines))
                    : Optional.empty();
        }
    }

    private void run(String... command) {
        processes.add(launch(command));
    }

    private ChildProcess launch(String... command) {
        return ChildProcess.start(command[0], environment, ChildProcess.ahead(command));
    }

    private String busAddress() {
        return "unix:path=" + folder.resolve("bus");
    }

    private void awaitFile(String name) {
        Await.until(
                "there: " + name,
                START_TIMEOUT,
                () -> Files.exists(folder.resolve(name)),
                this::report);
    }

    private void awaitAnswer() {
        Await.until("answering", START_TIMEOUT, () -> tryPactl("info").isPresent(), this::report);
    }

    /// The session manager of PipeWire takes its time: a default set too early is forgotten.
    private void awaitDefault(String side, String name) {
        Await.until(
                "default " + side + " " + name,
                START_TIMEOUT,
                () -> {
                    tryPactl("set-default-" + side, name);
                    return tryPactl("get-default-" + side).orElse("").strip().equals(name);
                },
                this::report);
    }

    /// The processes of the server that run now, with all that they started.
    Stream<ProcessHandle> running() {
        return processes.stream()
                .map(each -> each.process().toHandle())
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .filter(ProcessHandle::isAlive);
    }

    private String report() {
        var report = new StringBuilder();
        for (var process : processes) {
            report.append('\n').append(process.report());
        }
        return report.toString();
    }

    @Override
    public void close() {
        if (standing) {
            goOn();
        }
        for (var process : processes.reversed()) {
            process.close();
        }
        bus.ifPresent(ChildProcess::close);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

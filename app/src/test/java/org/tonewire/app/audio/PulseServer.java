package org.tonewire.app.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tonewire.app.testing.Eventually;

/// A PulseAudio server in a folder of its own, whose devices are virtual. From its start to its
/// close, libpulse and SDL in this process use it: they read its address from the environment. One
/// at a time; one thread.
public final class PulseServer implements AutoCloseable {
    private static final String MOUTH = "virtmic";
    private static final String SINE = "sine";
    private static final List<String> READ_BY_LIBRARIES = List.of("PULSE_SERVER", "PULSE_COOKIE");

    private final Path folder;
    private final Map<String, String> environment;
    private final Process process;

    /// The module of each output, in the order in which they were plugged in.
    private final Map<String, String> outputs = new LinkedHashMap<>();

    private boolean hasSine;

    private PulseServer(Path folder) throws IOException {
        this.folder = folder;
        this.environment =
                Map.of(
                        "XDG_RUNTIME_DIR", folder.toString(),
                        "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "PULSE_RUNTIME_PATH", folder.resolve("pulse").toString(),
                        "PULSE_SERVER", "unix:" + folder.resolve("pulse/native"),
                        "PULSE_COOKIE", folder.resolve("cookie").toString(),
                        "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("bus"),
                        "LC_ALL", "C.UTF-8");
        this.process =
                launch(
                        "pulseaudio",
                        "-n",
                        "--daemonize=no",
                        "--use-pid-file=no",
                        "--exit-idle-time=-1",
                        "--load=module-native-protocol-unix auth-anonymous=1");
    }

    /// Starts a server without devices, and waits until it answers.
    public static PulseServer start() {
        return start(_ -> {});
    }

    /// Starts a server with this default microphone, which hears silence, and an output for it.
    public static PulseServer startWithMicrophone(String name) {
        return start(server -> server.plugMicrophone(name));
    }

    private static PulseServer start(Consumer<PulseServer> prepare) {
        PulseServer server;
        try {
            server = new PulseServer(Files.createTempDirectory("tonewire-pulse-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            Eventually.holds(() -> server.tryPactl("info").isPresent(), server::report);
            prepare.accept(server);
            READ_BY_LIBRARIES.forEach(
                    name -> NativeEnvironment.set(name, server.environment.getOrDefault(name, "")));
            return server;
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
    }

    /// Adds an output with this id and name; the oldest is the default.
    public void plug(String output) {
        outputs.put(output, addSink(output));
        chooseDefault();
    }

    /// Removes an output.
    public void unplug(String output) {
        Optional.ofNullable(outputs.remove(output))
                .ifPresent(module -> pactl("unload-module", module));
        chooseDefault();
    }

    private void chooseDefault() {
        outputs.keySet().stream()
                .findFirst()
                .ifPresent(output -> pactl("set-default-sink", output));
    }

    /// @return its module
    private String addSink(String name) {
        return pactl(
                "load-module",
                "module-null-sink",
                "sink_name=" + name,
                "sink_properties=device.description=" + name);
    }

    private void plugMicrophone(String name) {
        addSink(MOUTH);
        pactl(
                "load-module",
                "module-remap-source",
                "master=" + MOUTH + ".monitor",
                "source_name=" + name,
                "source_properties=device.description=" + name);
        pactl("set-default-source", name);
    }

    /// Adds an input with this id and name, and makes it the default: a sine, of which each channel
    /// gets its share.
    ///
    /// @param channelMap the position of each channel, as `pactl` names it
    /// @param percent the volume of each channel
    /// @return its module
    public String plugInput(
            String name, List<String> channelMap, int rateHz, List<Integer> percent) {
        if (!hasSine) {
            pactl("load-module", "module-sine-source", "source_name=" + SINE, "frequency=500");
            hasSine = true;
        }
        String module =
                pactl(
                        "load-module",
                        "module-remap-source",
                        "master=" + SINE,
                        "source_name=" + name,
                        "source_properties=device.description=" + name,
                        "rate=" + rateHz,
                        "channels=" + channelMap.size(),
                        "channel_map=" + String.join(",", channelMap),
                        "master_channel_map="
                                + String.join(",", Collections.nCopies(channelMap.size(), "mono")),
                        "remix=no");
        List<String> volume = new ArrayList<>(List.of("set-source-volume", name));
        percent.forEach(each -> volume.add(each + "%"));
        pactl(volume.toArray(String[]::new));
        pactl("set-default-source", name);
        return module;
    }

    public void unplugInput(String module) {
        pactl("unload-module", module);
    }

    /// The streams that programs play or record here, in `pactl`'s words.
    public String streams() {
        return pactl("list", "sink-inputs") + pactl("list", "source-outputs");
    }

    /// Whether no program plays here.
    public boolean isUnused() {
        return pactl("list", "short", "sink-inputs").isEmpty();
    }

    private String pactl(String... arguments) {
        return tryPactl(arguments)
                .orElseThrow(() ->
                        new AssertionError(
                                "pactl " + String.join(" ", arguments) + " failed: " + report()));
    }

    /// @return what it printed, if it succeeded
    private Optional<String> tryPactl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        try {
            Process pactl = launch(command.toArray(String[]::new));
            String printed =
                    new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return pactl.waitFor() == 0 ? Optional.of(printed.strip()) : Optional.empty();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Process launch(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        return builder.start();
    }

    private String report() {
        try {
            return "pulseaudio%s: %s"
                    .formatted(
                            process.isAlive() ? "" : " has ended",
                            Files.readString(folder.resolve("log"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        READ_BY_LIBRARIES.forEach(NativeEnvironment::restore);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

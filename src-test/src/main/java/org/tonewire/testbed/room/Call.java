package org.tonewire.testbed.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;

/// A room with a host and those who join it, on one computer with one sound server.
public final class Call implements AutoCloseable {
    private final SoundServer sound;
    private final String settings;
    private final List<Participant> participants = new ArrayList<>();
    private final Participant host;
    private final String invite;

    private Call(SoundServer sound, String settings, String... options) {
        this.sound = sound;
        this.settings = settings;
        this.host =
                start("Ann", command("host", "--port", "0", "--advertise", "127.0.0.1"), options);
        this.invite =
                host.process()
                        .awaitEvent("listening", event -> event.is("listening"), Participant.SOON)
                        .text("invite");
        host.awaitJoined();
    }

    /// Ann hosts. Without an `--output` she hears nothing.
    public static Call hostedWith(SoundServerKind kind, String... options) {
        return withSettings("", kind, options);
    }

    /// The same where everybody's `settings.json` has this text.
    public static Call withSettings(String settings, SoundServerKind kind, String... options) {
        SoundServer sound = SoundServer.start(kind);
        try {
            return new Call(sound, settings, options);
        } catch (RuntimeException | AssertionError e) {
            sound.close();
            throw e;
        }
    }

    /// Ann's program is started again, without a port; what it was told before it knows from its
    /// files or not at all.
    public Participant hostAgain(String... options) {
        return start("Ann", command("host"), options);
    }

    public Participant join(String name, String... options) {
        return start(name, command("join", invite), options);
    }

    /// The same by another invite.
    public Participant joinBy(String link, String name, String... options) {
        return start(name, command("join", link), options);
    }

    /// The same with another main class, of the tests' own class path.
    public Participant joinBy(Class<?> main, String name, String... options) {
        List<String> arguments = arguments(name, command("join", invite), options);
        return add(
                name,
                TonewireProcess.startMain(main, sound, name, arguments.toArray(String[]::new)));
    }

    public Participant host() {
        return host;
    }

    public String invite() {
        return invite;
    }

    public SoundServer sound() {
        return sound;
    }

    /// What everybody said, for the message of a failure.
    public String report() {
        return String.join(
                "\n", participants.stream().map(each -> each.process().report()).toList());
    }

    private Participant start(String name, List<String> command, String... options) {
        List<String> arguments = arguments(name, command, options);
        return add(name, TonewireProcess.start(sound, name, arguments.toArray(String[]::new)));
    }

    private Participant add(String name, TonewireProcess process) {
        Participant participant = new Participant(name, process);
        participants.add(participant);
        return participant;
    }

    private List<String> arguments(String name, List<String> command, String... options) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--name", name, "--headless", "--json", "--commands"));
        List<String> more = List.of(options);
        if (!more.contains("--output")) {
            arguments.addAll(List.of("--output", "none"));
        }
        arguments.addAll(more);
        if (!settings.isEmpty()) {
            writeSettings(name);
        }
        return arguments;
    }

    private void writeSettings(String name) {
        Path file =
                TonewireProcess.home(sound, name)
                        .resolve(".config/tonewire")
                        .resolve("settings.json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... words) {
        return List.of(words);
    }

    @Override
    public void close() {
        try {
            closeAll(participants.reversed());
        } finally {
            sound.close();
        }
    }

    /// All, though one fails the test.
    private static void closeAll(List<Participant> open) {
        if (!open.isEmpty()) {
            try {
                open.getFirst().close();
            } finally {
                closeAll(open.subList(1, open.size()));
            }
        }
    }
}

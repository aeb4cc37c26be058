package org.tonewire.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann, who plays a tone, and Bob, who records it, each a process of its own. No sound server.
final class TonePair implements AutoCloseable {
    static final String TONE = "A";
    private static final Map<String, String> NO_SOUND =
            Map.of("PULSE_SERVER", "unix:/nonexistent/native", "XDG_RUNTIME_DIR", "/nonexistent");

    private final List<Participant> joined = new ArrayList<>();
    private final Path folder;
    private final List<String> bobsLauncher;

    /// @param bobsLauncher starts Bob's program; empty for nothing
    TonePair(Path folder, List<String> bobsLauncher) {
        this.folder = folder;
        this.bobsLauncher = bobsLauncher;
    }

    Participant ann() {
        return joined.getFirst();
    }

    Participant bob() {
        return joined.getLast();
    }

    boolean isThere() {
        return !joined.isEmpty();
    }

    /// Both join, Ann first.
    void join(String invite) {
        joined.add(start("Ann", List.of(), List.of("join", invite), annsTone()).awaitJoined());
        joinBob(invite);
    }

    /// Ann hosts, and Bob joins.
    ///
    /// @return the invite
    String host() {
        Participant ann =
                start(
                        "Ann",
                        List.of(),
                        List.of("host", "--port", "0", "--advertise", "127.0.0.1"),
                        annsTone());
        joined.add(ann);
        String invite =
                ann.process()
                        .awaitEvent("listening", event -> event.is("listening"), Participant.SOON)
                        .text("invite");
        joinBob(invite);
        return invite;
    }

    /// Bob joins, by another program than before.
    void joinBob(String invite) {
        List<String> records = List.of("--record", takes().toString());
        joined.add(start("Bob", bobsLauncher, List.of("join", invite), records).awaitJoined());
    }

    private static List<String> annsTone() {
        return List.of("--source", "tone:440,name=" + TONE);
    }

    private Participant start(
            String name, List<String> launcher, List<String> command, List<String> options) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--name", name, "--headless", "--json", "--commands"));
        arguments.addAll(List.of("--output", "none"));
        arguments.addAll(options);
        return new Participant(
                name,
                TonewireProcess.startBy(
                        launcher,
                        folder.resolve(name),
                        NO_SOUND,
                        name,
                        arguments.toArray(String[]::new)));
    }

    void awaitFlowing() {
        bob().awaitFlowing(TONE);
    }

    /// Waits until Bob was told of sound this many times, which is once a second.
    void awaitSeconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            bob().process()
                    .awaitEvent(
                            bob().process().mark(),
                            "sound from Ann",
                            event ->
                                    event.is("stats")
                                            && event.text("direction").equals("received")
                                            && event.number("bitrateBps") > 0,
                            Participant.SOON);
        }
    }

    /// What Bob recorded of Ann, once he has left.
    StereoSound recorded() throws Exception {
        try (Stream<Path> files = Files.list(takes())) {
            return Recordings.read(
                    files.filter(file -> file.toString().endsWith(" Ann - A.wav"))
                            .sorted()
                            .findFirst()
                            .orElseThrow());
        }
    }

    private Path takes() {
        return folder.resolve("takes");
    }

    @Override
    public void close() {
        joined.reversed().forEach(Participant::close);
    }
}

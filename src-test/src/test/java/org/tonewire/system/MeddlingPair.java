package org.tonewire.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tonewire.signaling.tls.IdentityException;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.meddling.MeddlingServer;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.StereoSound;

/// Ann, who plays a tone, and Bob, who records it, at a server that lies. No sound server.
final class MeddlingPair implements AutoCloseable {
    static final String TONE = "A";
    private static final Map<String, String> NO_SOUND =
            Map.of("PULSE_SERVER", "unix:/nonexistent/native", "XDG_RUNTIME_DIR", "/nonexistent");

    private final List<Participant> joined = new ArrayList<>();
    private final Path folder;
    private final MeddlingServer server;

    MeddlingPair(Path folder) throws IOException, IdentityException {
        this.folder = folder;
        this.server = MeddlingServer.start(folder.resolve("server"));
    }

    MeddlingServer server() {
        return server;
    }

    Participant ann() {
        return joined.getFirst();
    }

    Participant bob() {
        return joined.getLast();
    }

    void join() {
        joined.add(join("Ann", "--source", "tone:440,name=" + TONE).awaitJoined());
        joined.add(join("Bob", "--record", takes().toString()).awaitJoined());
    }

    private Participant join(String name, String... options) {
        List<String> arguments =
                new ArrayList<>(
                        List.of("join", server.invite(), "--name", name, "--headless", "--json"));
        arguments.addAll(List.of("--commands", "--output", "none"));
        arguments.addAll(List.of(options));
        return new Participant(
                name,
                TonewireProcess.start(
                        folder.resolve(name), NO_SOUND, name, arguments.toArray(String[]::new)));
    }

    /// Both join, and Bob hears Ann.
    void awaitFlowing() {
        join();
        bob().awaitFlowing(TONE);
    }

    /// Waits until Bob was told of sound from Ann this many times, which is once a second.
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
                            .findFirst()
                            .orElseThrow());
        }
    }

    private Path takes() {
        return folder.resolve("takes");
    }

    @Override
    public void close() {
        try {
            joined.reversed().forEach(Participant::close);
        } finally {
            server.close();
        }
    }
}

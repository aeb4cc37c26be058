package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;

/// A room that stays on its server when its host is gone, with real processes.
class StayingRoomTest {
    @TempDir Path home;

    @Test
    void itOutlivesItsHostAndItsServerAndIsClosedByItsOwner() {
        String invite;
        int port;
        try (TonewireProcess server = server(0)) {
            port = (int) listening(server).number("port");
            try (Participant ann =
                    participant(
                            "Ann",
                            "host",
                            "--server",
                            "https://127.0.0.1:" + port,
                            "--room",
                            "Band",
                            "--keep-room",
                            "30d")) {
                invite = listening(ann.process()).text("invite");
                ann.awaitJoined();
                assertThat(ann.leave()).isZero();
            }
            server.kill();
        }
        try (TonewireProcess again = server(port)) {
            assertThat((int) listening(again).number("port")).isEqualTo(port);
            try (Participant bob = participant("Bob", "join", invite)) {
                bob.awaitJoined();
                isClosedUnder(bob);
            }
        }
    }

    /// Its owner closes it by the command line.
    private void isClosedUnder(Participant bob) {
        int before = bob.process().mark();
        try (TonewireProcess rooms = start("Ann", "rooms", "--close", "Band", "--json")) {
            rooms.awaitEvent(
                    "the room closed",
                    event -> event.is("room-closed") && event.text("room").equals("Band"),
                    Participant.SOON);
        }
        bob.process()
                .awaitEvent(
                        before,
                        "the room ended",
                        event -> event.is("error") && event.text("reason").equals("server-closed"),
                        Participant.SOON);
    }

    private TonewireProcess server(int port) {
        return start(
                "server",
                "server",
                "--port",
                String.valueOf(port),
                "--rooms-file",
                home.resolve("rooms.json").toString(),
                "--json");
    }

    private Participant participant(String name, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(
                List.of("--name", name, "--headless", "--json", "--commands", "--output", "none"));
        return new Participant(name, start(name, arguments.toArray(String[]::new)));
    }

    private TonewireProcess start(String name, String... arguments) {
        return TonewireProcess.start(home.resolve(name), Map.of(), name, arguments);
    }

    private static TonewireEvent listening(TonewireProcess process) {
        return process.awaitEvent("listening", event -> event.is("listening"), Participant.SOON);
    }
}

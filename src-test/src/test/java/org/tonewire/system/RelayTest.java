package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TurnServer;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// Computers that see each other only by way of a TURN server.
class RelayTest {
    private static final double TONE_DB = -18;

    @TempDir Path folder;

    @Test
    void soundGoesByTheRelayAlone() {
        try (TurnServer turn = TurnServer.start(folder);
                Call call =
                        Call.withSettings(
                                settings(turn, TurnServer.PASSWORD),
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:700,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.awaitFlowing("A");

            new Hearing(recorder, call::report).await("A", window -> window.has(700, TONE_DB));
            assertThat(paths(bob)).containsOnly("relay-relay");
        }
    }

    @Test
    void aRelayThatRefusesIsSaid() {
        try (TurnServer turn = TurnServer.start(folder);
                Call call =
                        Call.withSettings(
                                settings(turn, "wrong"),
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:700,name=A");
                Participant bob = call.join("Bob")) {
            TonewireEvent error = bob.awaitError("link-failed");
            assertThat(error.text("message")).contains("Ann", "TURN");
        }
    }

    private static String settings(TurnServer turn, String password) {
        return """
        {"version": 1, "ice": {"relayOnly": true, "servers": [
            {"uri": "%s", "username": "%s", "password": "%s"}]}}
        """
                .formatted(turn.uri(), TurnServer.USER, password);
    }

    private static List<String> paths(Participant listener) {
        return listener.process().events().stream()
                .filter(event -> event.is("stats") && event.text("direction").equals("received"))
                .map(event -> event.text("path"))
                .filter(path -> !path.isEmpty())
                .toList();
    }
}

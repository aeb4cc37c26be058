package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TurnServer;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// STUN and TURN servers in `settings.json` that are none: they are said and left out, and the call
/// works without them.
@Timeout(120)
class UnusableServersTest {
    private static final String PASSWORD = "unspoken";
    private static final double TONE_DB = -18;

    /// Each of these alone ended the process or the links.
    private static final List<String> ENTRIES =
            List.of(
                    "turn:127.0.0.1:3478",
                    "stun:127.0.0.1:99999",
                    "turns:[::1",
                    "turn:",
                    "http://example.org/");

    @TempDir Path folder;

    /// Only the relay carries the sound: so the good server between the others is used.
    @Test
    void unusableServersAreSaidAndTheRestIsUsed() {
        try (TurnServer turn = TurnServer.start(folder);
                Call call =
                        Call.withSettings(
                                settings(turn),
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:700,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.awaitFlowing("A");
            new Hearing(recorder, call::report).await("A", window -> window.has(700, TONE_DB));
            assertThat(paths(bob)).isNotEmpty().containsOnly("relay-relay");

            for (Participant each : List.of(call.host(), bob)) {
                assertThat(errors(each)).hasSameSizeAs(ENTRIES);
                assertThat(ENTRIES)
                        .allSatisfy(entry ->
                                assertThat(errors(each))
                                        .anyMatch(message -> message.contains("“" + entry + "”")));
                assertThat(each.process().report()).doesNotContain(PASSWORD);
            }
        }
    }

    private static List<String> paths(Participant listener) {
        return listener.process().events().stream()
                .filter(event -> event.is("stats") && event.text("direction").equals("received"))
                .map(event -> event.text("path"))
                .filter(path -> !path.isEmpty())
                .toList();
    }

    private static String settings(TurnServer turn) {
        return """
        {"version": 2, "ice": {"relayOnly": true, "servers": [
            {"uri": "turn:127.0.0.1:3478"},
            {"uri": "stun:127.0.0.1:99999"},
            {"uri": "turns:[::1", "username": "ada", "password": "unspoken"},
            {"uri": "%s", "username": "%s", "password": "%s"},
            {"uri": "turn:", "username": "ada", "password": "unspoken"},
            {"uri": "http://example.org/"}]}}
        """
                .formatted(turn.uri(), TurnServer.USER, TurnServer.PASSWORD);
    }

    private static List<String> errors(Participant participant) {
        List<TonewireEvent> errors =
                participant.process().events().stream().filter(event -> event.is("error")).toList();
        assertThat(errors)
                .allSatisfy(
                        error -> assertThat(error.text("reason")).isEqualTo("ice-server-unusable"));
        return errors.stream().map(error -> error.text("message")).toList();
    }
}

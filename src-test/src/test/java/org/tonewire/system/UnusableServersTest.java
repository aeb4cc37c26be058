package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TurnServer;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// STUN and TURN servers in `settings.json` that are none: they are said and left out, and the call
/// works without them.
@Timeout(120)
class UnusableServersTest {
    private static final String PASSWORD = "unspoken";

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
                Participant bob = call.join("Bob")) {
            bob.awaitFlowing("A");
            bob.process().awaitEvent("the tone", UnusableServersTest::isHeard, Participant.SOON);

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

    private static boolean isHeard(TonewireEvent event) {
        return event.is("stats")
                && event.text("direction").equals("received")
                && event.text("path").equals("relay-relay")
                && event.fields().getAsJsonArray("peakDb").get(0).getAsDouble() > -24;
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

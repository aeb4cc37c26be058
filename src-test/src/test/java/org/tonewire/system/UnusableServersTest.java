package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;

/// STUN and TURN servers in `settings.json` that are none: they are said and left out, and the call
/// works without them.
@Timeout(120)
class UnusableServersTest {
    private static final String PASSWORD = "unspoken";

    /// Each of these alone ended the process or the links.
    private static final String SETTINGS =
            """
            {"version": 2, "ice": {"servers": [
                {"uri": "turn:127.0.0.1:3478"},
                {"uri": "stun:127.0.0.1:99999"},
                {"uri": "turns:[::1", "username": "ada", "password": "unspoken"},
                {"uri": "turn:", "username": "ada", "password": "unspoken"},
                {"uri": "http://example.org/"}]}}
            """;

    private static final List<String> ENTRIES =
            List.of(
                    "turn:127.0.0.1:3478",
                    "stun:127.0.0.1:99999",
                    "turns:[::1",
                    "turn:",
                    "http://example.org/");

    @Test
    void unusableServersAreSaidAndTheCallWorks() {
        try (Call call =
                        Call.withSettings(
                                SETTINGS, SoundServerKind.PIPEWIRE, "--source", "tone:700,name=A");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.awaitFlowing("A");

            Await.until(
                    "heard",
                    Participant.SOON,
                    () -> Levels.peakDbfs(ear.next(Duration.ofMillis(200)).left()) > -24,
                    bob.process()::report);
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

    private static List<String> errors(Participant participant) {
        List<TonewireEvent> errors =
                participant.process().events().stream().filter(event -> event.is("error")).toList();
        assertThat(errors)
                .allSatisfy(error ->
                        assertThat(error.text("reason")).isEqualTo("ice-server-unusable"));
        return errors.stream().map(error -> error.text("message")).toList();
    }
}

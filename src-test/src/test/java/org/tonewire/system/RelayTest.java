package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.TurnServer;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// Computers that see each other only by way of a TURN server. How one carries the sound, and the
/// rest of the list does not matter, is in [UnusableServersTest].
class RelayTest {
    @TempDir Path folder;

    @Test
    void aRelayThatRefusesIsSaid() {
        try (TurnServer turn = TurnServer.start(folder);
                Call call =
                        Call.withSettings(
                                settings(turn),
                                SoundServerKind.PIPEWIRE,
                                "--source",
                                "tone:700,name=A");
                Participant bob = call.join("Bob")) {
            TonewireEvent error = bob.awaitError("link-failed");
            assertThat(error.text("message")).contains("Ann", "TURN");
        }
    }

    private static String settings(TurnServer turn) {
        return """
        {"version": 1, "ice": {"relayOnly": true, "servers": [
            {"uri": "%s", "username": "%s", "password": "wrong"}]}}
        """
                .formatted(turn.uri(), TurnServer.USER);
    }
}

package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction redaction =
            new Redaction("/home/ada", List.of("Ada", "Berta B", "Sunday rehearsal", "x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://192.168.1.20:45113/r/Band#k=AAECAwQFBgcICQoLDA0ODw",
                "tonewire://example.org/r/x#k=AAECAwQFBgcICQoLDA0ODw",
                "turn:turn.example.org:3478?transport=udp",
                "192.168.1.20",
                "192.168.1.20:45113",
                "2001:db8::7",
                "fe80::1%eth0",
                "2001:db8:0:1:2:3:4:5",
                "AA:BB:CC:DD:EE:FF",
                "AAECAwQFBgcICQoLDA0ODw",
                "k=AAEC",
                "ada@example.org",
                "Ada",
                "berta b",
                "Sunday rehearsal"
            })
    void whatIsNobodysBusinessIsHidden(String secret) {
        String cleaned = redaction.clean("no way to " + secret + " here");
        assertThat(cleaned).isEqualTo("no way to <hidden> here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 20:15:30.123 WARNING LiveSession: the session did not end within PT5S",
                "java.lang.UnsupportedOperationException: null",
                "    at org.tonewire.app.core.session.SessionController.begin(SessionController.java:90)",
                "Java: Temurin-25.0.3+9 25.0.3+9-LTS",
                "output (default): Built-in Audio Analog Stereo",
                "sent opus/48000/2, 256 kb/s, loss 0.4 %",
                "Adapters are fine"
            })
    void whatHelpsStays(String line) {
        assertThat(redaction.clean(line)).isEqualTo(line);
    }

    @Test
    void thePersonsFolderIsATilde() {
        assertThat(redaction.clean("/home/ada/Music/a.wav could not be written"))
                .isEqualTo("~/Music/a.wav could not be written");
    }
}

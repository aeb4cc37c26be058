package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.signaling.protocol.ParticipantId;

class DiagnosisTest {
    private static final SystemReport REPORT =
            new SystemReport(
                    List.of("Tonewire: 1.2.3"), List.of("WARNING Link: no way to 192.0.2.7"));

    @Test
    void itHoldsFactsDevicesLinksAndTheLog() {
        AudioDevice speakers =
                new AudioDevice(new DeviceId("id-1"), "Speakers", DeviceKind.OUTPUT, true);
        String text =
                new Diagnosis(REPORT, List.of(speakers), List.of(stats()))
                        .text(new Redaction("", List.of()));
        assertThat(text)
                .contains("Tonewire: 1.2.3", "output (default): Speakers")
                .contains("sent opus, path host/relay, 256 kb/s, round trip 12 ms")
                .contains("WARNING Link: no way to <hidden>")
                .doesNotContain("participant-7", "id-1", "192.0.2.7");
    }

    @Test
    void outsideARoomThereAreNoLinks() {
        String text =
                new Diagnosis(REPORT, List.of(), List.of()).text(new Redaction("", List.of()));
        assertThat(text).contains("## Links\nnone\n");
    }

    private static TrackStats stats() {
        return new TrackStats(
                new ParticipantId("participant-7"),
                new TrackId("t1"),
                Direction.SEND,
                "opus",
                "host/relay",
                256_000,
                12,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN,
                0,
                0,
                Levels.silent(0));
    }
}

package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.SoundStats.SourceStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.signaling.protocol.key.IdentityKey;

class DiagnosisTest {
    private static final SystemReport REPORT =
            new SystemReport(
                    List.of("Tonewire: 1.2.3"), List.of("WARNING Link: no way to 192.0.2.7"));

    private static final IdentityKey ANN = Identities.key("participant-7");
    private static final TrackId OBOE = new TrackId("anns-oboe");
    private static final Redaction NOTHING = new Redaction("", List.of());

    @Test
    void itHoldsFactsDevicesLinksAndTheLog() {
        AudioDevice speakers =
                new AudioDevice(new DeviceId("id-1"), "Speakers", DeviceKind.OUTPUT, true);
        String text =
                new Diagnosis(REPORT, List.of(speakers), List.of(sent()), SoundStats.NONE)
                        .text(NOTHING);
        assertThat(text)
                .contains("Tonewire: 1.2.3", "output (default): Speakers")
                .contains("sent opus, path host/relay, 256 kb/s, round trip 12 ms")
                .contains("WARNING Link: no way to <hidden>")
                .doesNotContain("participant-7", "id-1", "192.0.2.7");
    }

    @Test
    void itHoldsTheLastStatisticsOfTracksAndSoundWithoutTheirNames() {
        SoundStats sound =
                new SoundStats(
                        List.of(
                                new SourceStats(
                                        new SourceId("t1"),
                                        new SourceHealth(500, 2, -8),
                                        ChannelChoice.BOTH)),
                        List.of(new QueueStats(new TrackKey(ANN, OBOE), 22.25, 3, 4, 15.5)),
                        false,
                        1);
        String text =
                new Diagnosis(REPORT, List.of(), List.of(sent(), received()), sound).text(NOTHING);
        assertThat(text)
                .contains(
                        """
                        ## Links
                        participant 1, source 1: sent opus, path host/relay, 256 kb/s, round trip \
                        12 ms, peak left -6.5 dB, peak right -120 dB
                        participant 1, track 1: received opus, path unknown, 64 kb/s, round trip 9 \
                        ms, jitter 1.8 ms, loss 0.5 %, buffer 38 ms, queue 22 ms, concealed 0.1 %, \
                        stretched 0.2 %, peak left -120 dB, peak right -120 dB

                        ## Sound
                        source 1: 500 frames, 2 gaps, clock error -8 ppm
                        participant 1, track 1: queue 22.2 ms, 3 underruns, 4 lost frames, drift \
                        15.5 ppm
                        received sound: inexact clock
                        native callbacks: 1 failed
                        """)
                .doesNotContain("participant-7", "oboe", "t1", "NaN");
    }

    @Test
    void outsideARoomThereAreNoStatistics() {
        String text = new Diagnosis(REPORT, List.of(), List.of(), SoundStats.NONE).text(NOTHING);
        assertThat(text).contains("## Links\nnone\n", "## Sound\nnone\n");
    }

    private static TrackStats sent() {
        return new TrackStats(
                ANN,
                new TrackId("t1"),
                Direction.SEND,
                "opus",
                "host/relay",
                256_000,
                12,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                new Levels(-6.5f, -120, -9, -120, 0));
    }

    private static TrackStats received() {
        return new TrackStats(
                ANN,
                OBOE,
                Direction.RECEIVE,
                "opus",
                "",
                64_000,
                9,
                1.8,
                0.5,
                38,
                22,
                0.1,
                0.2,
                Levels.silent(0));
    }
}

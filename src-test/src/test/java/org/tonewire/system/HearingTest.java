package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.hearing.Hearing;
import org.tonewire.testbed.hearing.Melody;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.WavFile;

/// One plays, another hears it: the right sound at the right place, at its level. How steady it is
/// and how long it lasts, the hearing benchmark measures.
class HearingTest {
    private static final double FILE_DB = -12;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(150);

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aFileIsHeardWholeAndInOrder(SoundServerKind kind) throws IOException {
        Path file = WavFile.write(folder.resolve("melody.wav"), Melody.round(FILE_DB));
        try (Call call =
                        Call.hostedWith(
                                kind, "--source", "file:" + file + ",loop,gain=-6,name=Mix");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.awaitFlowing("Mix");

            new Hearing(recorder, call::report).awaitMelody(FILE_DB - 6);

            assertThat(bob.process().strayLines()).isEmpty();
            assertThat(bob.leave()).isZero();
            assertThat(call.host().leave()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMicrophoneIsHeard(SoundServerKind kind) throws IOException {
        assertHeard(kind, "mic,profile=music,name=Played", MOUTH);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheComputerPlaysIsHeard(SoundServerKind kind) throws IOException {
        assertHeard(kind, "system:headphones,name=Played", HEADPHONES);
    }

    /// What another program plays into `sink` comes out of Bob's speakers.
    private void assertHeard(SoundServerKind kind, String source, String sink) throws IOException {
        Path file =
                WavFile.write(
                        folder.resolve("tones.wav"),
                        Signals.tones(LEFT_HZ, RIGHT_HZ, FILE_DB, LONG_ENOUGH));
        try (Call call = Call.hostedWith(kind, "--source", source);
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS));
                Player _ = Player.play(call.sound(), file, sink)) {
            bob.awaitFlowing("Played");

            new Hearing(recorder, call::report)
                    .await(
                            "a tone a channel",
                            window -> window.hasTones(LEFT_HZ, RIGHT_HZ, FILE_DB));
        }
    }
}

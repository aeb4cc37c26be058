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

    /// One source after the other, the others muted.
    @ParameterizedTest
    @EnumSource
    void aFileTheMicrophoneAndWhatTheComputerPlaysAreHeard(SoundServerKind kind)
            throws IOException {
        Path melody = WavFile.write(folder.resolve("melody.wav"), Melody.round(FILE_DB));
        Path tones =
                WavFile.write(
                        folder.resolve("tones.wav"),
                        Signals.tones(LEFT_HZ, RIGHT_HZ, FILE_DB, LONG_ENOUGH));
        try (Call call =
                        Call.hostedWith(
                                kind,
                                "--source",
                                "file:" + melody + ",loop,gain=-6,name=Mix",
                                "--source",
                                "mic,profile=music,name=Mic",
                                "--source",
                                "system:headphones,name=Played");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            Participant ann = call.host();
            String mic = ann.awaitLive("Mic");
            String played = ann.awaitLive("Played");
            bob.awaitFlowing("Mix");
            Hearing hearing = new Hearing(recorder, call::report);

            hearing.awaitMelody(FILE_DB - 6);

            ann.say("mute " + ann.awaitLive("Mix"));
            try (Player _ = Player.play(call.sound(), tones, MOUTH)) {
                awaitTones(hearing);
            }
            ann.say("mute " + mic);
            try (Player _ = Player.play(call.sound(), tones, HEADPHONES)) {
                awaitTones(hearing);
            }
            ann.say("mute " + played);
            hearing.awaitSilence("everything is muted");
            assertThat(bob.process().strayLines()).isEmpty();
            assertThat(bob.leave()).isZero();
            assertThat(ann.leave()).isZero();
        }
    }

    private static void awaitTones(Hearing hearing) {
        hearing.await("a tone a channel", window -> window.hasTones(LEFT_HZ, RIGHT_HZ, FILE_DB));
    }
}

package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.LEFT_HZ;
import static org.tonewire.testbed.sound.Signals.RIGHT_HZ;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.WavFile;

/// One plays, another hears it.
@Timeout(240)
class HearingTest {
    private static final double FILE_DB = -12;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void aFileIsHeardAsItIs(SoundServerKind kind) throws IOException {
        Path file = tones(Duration.ofSeconds(40));
        try (Call call =
                        Call.hostedWith(
                                kind, "--source", "file:" + file + ",loop,gain=-6,name=Mix");
                Participant bob = call.join("Bob", "--output", SPEAKERS)) {
            bob.awaitFlowing("Mix");

            StereoSound heard = Hearing.steady(call, bob, Duration.ofSeconds(30));

            Hearing.assertTones(heard, LEFT_HZ, RIGHT_HZ, FILE_DB - 6);
            assertThat(bob.process().strayLines()).isEmpty();
            assertThat(bob.leave()).isZero();
            assertThat(call.host().leave()).isZero();
        }
    }

    /// In seconds of the wall: a virtual sink's own clock is off by more than is allowed here.
    /// Where the machine stands still, the buffers deepen, and the file ends later by that.
    @ParameterizedTest
    @EnumSource
    void aFileLastsAsLongAsItIs(SoundServerKind kind) throws IOException {
        Path file = tones(Duration.ofSeconds(30));
        try (Call call = Call.hostedWith(kind, "--source", "tone:1000,name=First,gain=-60");
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Recorder ear = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS))) {
            bob.awaitFlowing("First");
            ear.next(Hearing.WARM_UP);
            int start = ear.position();
            long startNanos = System.nanoTime();
            call.host().say("add file:" + file + ",name=Mix");
            String id = call.host().awaitLive("Mix");
            awaitFinished(call.host(), id);
            ear.next(Duration.ofSeconds(1));

            int end = ear.position();
            double stalled = call.stalls().secondsSince(startNanos);
            double rateHz = ear.rateHz(start, end);
            assertThat(loudFrames(ear.since(start)) / rateHz)
                    .as("%s frames a second, the machine stood still for %s s", rateHz, stalled)
                    .isCloseTo(30, within(0.030 + Math.min(0.3, 4 * stalled)));
        }
    }

    private static void awaitFinished(Participant player, String source) {
        player.process()
                .awaitEvent(
                        "the end of the file",
                        event ->
                                event.is("source-changed")
                                        && event.text("source").equals(source)
                                        && event.text("status").equals("finished"),
                        Duration.ofSeconds(50));
    }

    /// From the first to the last sample above what the quiet tone and the codec make.
    private static int loudFrames(StereoSound heard) {
        float[] left = heard.left();
        int first = -1;
        int last = -1;
        for (int i = 0; i < left.length; i++) {
            if (Math.abs(left[i]) > 0.05) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return last - first;
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
        Path file = tones(Duration.ofSeconds(40));
        try (Call call = Call.hostedWith(kind, "--source", source);
                Participant bob = call.join("Bob", "--output", SPEAKERS);
                Player _ = Player.play(call.sound(), file, sink)) {
            bob.awaitFlowing("Played");

            StereoSound heard = Hearing.steady(call, bob, Duration.ofSeconds(5));

            Hearing.assertTones(heard, LEFT_HZ, RIGHT_HZ, FILE_DB);
        }
    }

    private Path tones(Duration length) throws IOException {
        return WavFile.write(
                folder.resolve("tones.wav"), Signals.tones(LEFT_HZ, RIGHT_HZ, FILE_DB, length));
    }
}

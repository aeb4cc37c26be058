package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.HEADPHONES;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;
import static org.tonewire.testbed.sound.Signals.RATE_HZ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.ToneMeter;
import org.tonewire.testbed.sound.WavFile;

/// The sound server crashes in the middle of a call and is started again: everything that used it
/// comes back by itself, and what does not use it goes on.
@Timeout(300)
class SoundServerRestartTest {
    private static final String CHOSEN = "usb";
    private static final double TONE_HZ = 700;
    private static final double SPOKEN_HZ = 900;
    private static final double PLAYED_HZ = 1_500;
    private static final double PLAYED_DB = -18;
    private static final double HEARD_DB = -45;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LISTENED = Duration.ofMillis(500);
    private static final Duration OUTAGE_SEEN = Duration.ofSeconds(2);
    private static final double BUFFERED_SECONDS = 6;

    @TempDir Path folder;

    /// Ann speaks, plays and records without an output, Bob hears her at the default output and
    /// plays a tone, and Cid hears both at an output that he chose.
    @ParameterizedTest
    @EnumSource
    void whatUsedItComesBackAndTheRestGoesOn(SoundServerKind kind) throws Exception {
        Path takes = folder.resolve("takes");
        Path spoken = tone("spoken.wav", SPOKEN_HZ);
        Path played = tone("played.wav", PLAYED_HZ);
        try (Call call =
                Call.hostedWith(
                        kind,
                        "--record",
                        takes.toString(),
                        "--source",
                        "mic,profile=music,name=Mic",
                        "--source",
                        "system:headphones,name=Played")) {
            call.sound().addSink(CHOSEN);
            try (Participant bob =
                            call.join(
                                    "Bob",
                                    "--output",
                                    "default",
                                    "--source",
                                    "tone:700,name=Tone");
                    Participant cid = call.join("Cid", "--output", CHOSEN)) {
                Participant ann = call.host();
                ann.awaitFlowing("Tone");
                cid.awaitFlowing("Tone");
                long start = System.nanoTime();
                awaitHeard(call.sound(), CHOSEN, TONE_HZ);
                assertBothHeard(call, bob, spoken, played);
                assertStreams(call.sound(), bob, ann);
                int heard = ann.process().mark();

                call.sound().crash();

                awaitStatus(ann, "Mic", "waiting", heard);
                awaitStatus(ann, "Played", "waiting", heard);
                bob.awaitError("sound-server-gone");
                awaitFigures(ann, OUTAGE_SEEN);
                assertAnswers(bob, ann);
                assertAnswers(ann, bob);
                int crashed = ann.process().mark();

                call.sound().startAgain();
                call.sound().addSink(CHOSEN);

                awaitStatus(ann, "Mic", "live", crashed);
                awaitStatus(ann, "Played", "live", crashed);
                assertBothHeard(call, bob, spoken, played);
                awaitHeard(call.sound(), CHOSEN, TONE_HZ);
                assertThat(ann.process().events())
                        .noneMatch(event -> event.text("reason").equals("device-gone"));
                double seconds = (System.nanoTime() - start) / 1e9;
                assertThat(ann.leave()).isZero();
                assertThat(bob.leave()).isZero();
                assertThat(cid.leave()).isZero();

                float[] kept = recordingOfBob(takes);
                assertThat(kept.length / (double) RATE_HZ)
                        .isGreaterThan(seconds - BUFFERED_SECONDS);
                assertHeardThroughout(kept);
            }
        }
    }

    /// One plays into the sound server, the other, without an output, has no stream there.
    private static void assertStreams(SoundServer server, Participant one, Participant other) {
        assertThat(server.pactl("list", "sink-inputs"))
                .contains(processOf(one))
                .doesNotContain(processOf(other));
    }

    private static String processOf(Participant who) {
        return "application.process.id = \"%s\"".formatted(who.process().pid());
    }

    private static void assertHeardThroughout(float[] kept) {
        for (int at = RATE_HZ; at + 2 * RATE_HZ <= kept.length; at += RATE_HZ) {
            float[] second = Arrays.copyOfRange(kept, at, at + RATE_HZ);
            assertThat(ToneMeter.levelDbfs(second, RATE_HZ, TONE_HZ))
                    .as("second %s of the recording", at / RATE_HZ)
                    .isGreaterThan(HEARD_DB);
        }
    }

    /// The session goes on answering: a chat line passes from one to the other.
    private static void assertAnswers(Participant one, Participant other) {
        other.say("chat still here");
        one.process()
                .awaitEvent(
                        "the chat",
                        event -> event.is("chat") && event.text("text").equals("still here"),
                        Participant.SOON);
    }

    /// Sound keeps flowing in for so long.
    private static void awaitFigures(Participant listener, Duration length) {
        long end = System.nanoTime() + length.toNanos();
        listener.process()
                .awaitEvent(
                        "received sound",
                        event ->
                                event.is("stats")
                                        && event.text("direction").equals("received")
                                        && event.number("bitrateBps") > 0
                                        && event.cameNanos() - end > 0,
                        Participant.SOON);
    }

    private static TonewireEvent awaitStatus(
            Participant player, String source, String status, int from) {
        return player.process()
                .awaitEvent(
                        from,
                        source + " " + status,
                        event ->
                                event.is("source-changed")
                                        && event.text("name").equals(source)
                                        && event.text("status").equals(status),
                        LIMIT);
    }

    private static void assertBothHeard(Call call, Participant bob, Path spoken, Path played) {
        try (Player _ = Player.play(call.sound(), spoken, MOUTH);
                Player _ = Player.play(call.sound(), played, HEADPHONES)) {
            bob.awaitFlowing("Mic");
            awaitHeard(call.sound(), SPOKEN_HZ);
            awaitHeard(call.sound(), PLAYED_HZ);
        }
    }

    private static void awaitHeard(SoundServer server, double hertz) {
        awaitHeard(server, SPEAKERS, hertz);
    }

    private static void awaitHeard(SoundServer server, String sink, double hertz) {
        try (Recorder recorder = Recorder.listenTo(server, monitorOf(sink))) {
            Await.until(
                    "heard: " + hertz + " Hz",
                    LIMIT,
                    () -> levelDbfs(recorder, hertz) > HEARD_DB,
                    () -> levelDbfs(recorder, hertz) + " dB");
        }
    }

    private static double levelDbfs(Recorder recorder, double hertz) {
        return ToneMeter.levelDbfs(recorder.next(LISTENED).left(), RATE_HZ, hertz);
    }

    private Path tone(String name, double hertz) throws IOException {
        return WavFile.write(
                folder.resolve(name),
                Signals.tones(hertz, hertz, PLAYED_DB, Duration.ofSeconds(80)));
    }

    /// The left channel of what Bob sent.
    private static float[] recordingOfBob(Path takes)
            throws IOException, UnsupportedAudioFileException {
        Optional<Path> file;
        try (Stream<Path> all = Files.list(takes)) {
            file = all.filter(each -> each.getFileName().toString().contains("Bob")).findFirst();
        }
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.orElseThrow().toFile())) {
            byte[] bytes = in.readAllBytes();
            int size = in.getFormat().getFrameSize();
            float[] left = new float[bytes.length / size];
            for (int i = 0; i < left.length; i++) {
                int sample = (bytes[i * size + 2] << 8) | (bytes[i * size + 1] & 0xff);
                left[i] = sample / 32_768f;
            }
            return left;
        }
    }
}

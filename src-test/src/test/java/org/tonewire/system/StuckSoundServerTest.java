package org.tonewire.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tonewire.testbed.SoundServer.MICROPHONE;
import static org.tonewire.testbed.SoundServer.MOUTH;
import static org.tonewire.testbed.SoundServer.SPEAKERS;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.WavFile;

/// Ann speaks and listens, and her sound server stands still: it runs and answers nobody. Bob needs
/// no sound server.
@Timeout(400)
class StuckSoundServerTest {
    private static final double SPOKEN_HZ = 900;
    private static final double SPOKEN_DB = -18;
    private static final double HEARD_DB = -45;
    private static final double SILENT_DB = -60;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(150);
    private static final String STUCK = "sound-server-stuck";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theMicrophoneAndTheOutputComeBackWithTheServerAndLeavingDoesNotWaitForIt(
            SoundServerKind kind) throws IOException {
        try (Call call = speaking(kind);
                Participant bob = call.join("Bob")) {
            Participant ann = call.host();
            String mic = ann.awaitLive("Mic");
            awaitSpokenIsHeard(call, bob);
            int before = ann.process().mark();
            int beforeForBob = bob.process().mark();

            call.sound().standStill();

            awaitLoss(ann, before);
            awaitPeak(bob, beforeForBob, "silence", peak -> peak < SILENT_DB);
            assertMutes(ann, mic, bob);
            int standing = ann.process().mark();

            call.sound().goOn();

            awaitSource(ann, standing, "live", "");
            awaitOutput(ann, standing, "");
            awaitSpokenIsHeard(call, bob);
            int again = ann.process().mark();
            call.sound().standStill();
            awaitLoss(ann, again);

            ann.say("leave");

            assertThat(ann.process().awaitExit(Participant.SOON)).isZero();
            bob.awaitError("server-closed");
        }
    }

    /// PipeWire has no command that suspends one microphone.
    @Test
    void aMicrophoneThatStandsStillAloneIsReportedAndComesBack() {
        try (Call call = speaking(SoundServerKind.PULSEAUDIO)) {
            Participant ann = call.host();
            awaitFlowing(ann);
            int before = ann.process().mark();

            call.sound().pactl("suspend-source", MICROPHONE, "1");
            awaitSource(ann, before, "waiting", "device-stalled");
            int stalled = ann.process().mark();
            call.sound().pactl("suspend-source", MICROPHONE, "0");

            awaitSource(ann, stalled, "live", "");
            assertThat(ann.process().events())
                    .noneMatch(event -> event.text("reason").equals(STUCK));
            assertThat(ann.leave()).isZero();
        }
    }

    private static Call speaking(SoundServerKind kind) {
        return Call.hostedWith(
                kind, "--output", SPEAKERS, "--source", "mic,profile=music,name=Mic");
    }

    /// Both devices work.
    private static void awaitFlowing(Participant ann) {
        awaitOutput(ann, 0, "");
        await(
                ann,
                0,
                "sound of the microphone",
                event ->
                        event.is("sound-stats")
                                && event.fields().getAsJsonArray("sources").asList().stream()
                                        .anyMatch(StuckSoundServerTest::hasFrames));
    }

    private static boolean hasFrames(JsonElement source) {
        return source.getAsJsonObject().get("frames").getAsLong() > 0;
    }

    /// Both devices are shown with the reason.
    private static void awaitLoss(Participant ann, int from) {
        awaitSource(ann, from, "waiting", STUCK);
        awaitOutput(ann, from, STUCK);
        await(
                ann,
                from,
                "an error " + STUCK,
                event -> event.is("error") && event.text("reason").equals(STUCK));
    }

    /// The session goes on: Bob is told of a mute.
    private static void assertMutes(Participant ann, String source, Participant bob) {
        int before = bob.process().mark();
        ann.say("mute " + source);
        awaitMuted(bob, before, "true");
        int muted = bob.process().mark();
        ann.say("unmute " + source);
        awaitMuted(bob, muted, "false");
    }

    private static void awaitMuted(Participant bob, int from, String muted) {
        await(
                bob,
                from,
                "muted: " + muted,
                event -> event.is("track-changed") && event.text("muted").equals(muted));
    }

    private void awaitSpokenIsHeard(Call call, Participant bob) throws IOException {
        Path spoken =
                WavFile.write(
                        folder.resolve("spoken.wav"),
                        Signals.tones(SPOKEN_HZ, SPOKEN_HZ, SPOKEN_DB, LONG_ENOUGH));
        int before = bob.process().mark();
        try (Player _ = Player.play(call.sound(), spoken, MOUTH)) {
            awaitPeak(bob, before, "what Ann says", peak -> peak > HEARD_DB);
        }
    }

    private static void awaitPeak(
            Participant bob, int from, String what, Predicate<Double> wanted) {
        await(
                bob,
                from,
                what,
                event ->
                        event.is("stats")
                                && event.text("direction").equals("received")
                                && wanted.test(peakDb(event)));
    }

    private static double peakDb(TonewireEvent stats) {
        return stats.fields().getAsJsonArray("peakDb").get(0).getAsDouble();
    }

    private static void awaitSource(Participant ann, int from, String status, String reason) {
        await(
                ann,
                from,
                "Mic " + status + " " + reason,
                event ->
                        event.is("source-changed")
                                && event.text("status").equals(status)
                                && event.text("reason").equals(reason));
    }

    /// The output is open, with this reason or without one.
    private static void awaitOutput(Participant ann, int from, String reason) {
        await(
                ann,
                from,
                "an output " + reason,
                event ->
                        event.is("output-changed")
                                && !event.text("device").isEmpty()
                                && event.text("reason").equals(reason));
    }

    private static void await(
            Participant who, int from, String what, Predicate<TonewireEvent> wanted) {
        who.process().awaitEvent(from, what, wanted, Participant.SOON);
    }
}

package org.tonewire.benchmark.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.StallWatch;
import org.tonewire.testbed.TonewireEvent;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.WavFile;

/// How steady it is what a listener hears, how long a file lasts, and how long it is silent when
/// the listener changes the output. `paplay` into a sink, recorded at its monitor, is the control:
/// what the sound server alone makes of a tone on this machine.
public final class HearingBenchmark {
    /// Buffers find their length at first.
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private static final Duration TAKE = Duration.ofSeconds(30);
    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final float LOUD = 0.03f;

    private final StallWatch stalls;
    private final Path tones;
    private final Path file;

    private HearingBenchmark(StallWatch stalls, Path folder) throws IOException {
        this.stalls = stalls;
        this.tones = tones(folder.resolve("tones.wav"), LONG_ENOUGH);
        this.file = tones(folder.resolve("file.wav"), LENGTH);
    }

    private static Path tones(Path file, Duration length) throws IOException {
        return WavFile.write(file, Signals.tones(Signals.LEFT_HZ, Signals.RIGHT_HZ, -12, length));
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(Machine.describe());
        try (StallWatch stalls = StallWatch.start()) {
            var benchmark =
                    new HearingBenchmark(stalls, Files.createTempDirectory("tonewire-hearing-"));
            System.out.println(
                    "| sound server | what | s | interruptions | of the machine |"
                            + " of the jitter buffer | ours | longest ms |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (SoundServerKind kind : SoundServerKind.values()) {
                benchmark.steadiness(kind);
            }
            System.out.println("| sound server | what | ms |");
            System.out.println("|---|---|---|");
            for (SoundServerKind kind : SoundServerKind.values()) {
                benchmark.length(kind);
                outputChange(kind);
            }
            System.out.println(Machine.describe(stalls.all()));
        }
    }

    private void steadiness(SoundServerKind kind) {
        try (SoundServer sound = SoundServer.start(kind);
                Recorder recorder = listen(sound, SoundServer.SPEAKERS);
                Player _ = Player.play(sound, tones, SoundServer.SPEAKERS)) {
            take(kind, "paplay alone", recorder, List::of);
        }
        heard(kind, "a file", "file:" + tones + ",name=A", SoundServer.HEADPHONES);
        heard(kind, "a microphone", "mic,profile=music,name=A", SoundServer.MOUTH);
        heard(kind, "system audio", "system:headphones,name=A", SoundServer.HEADPHONES);
    }

    private void heard(SoundServerKind kind, String what, String source, String sink) {
        try (Call call = Call.hostedWith(kind, "--source", source);
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS);
                Recorder recorder = listen(call.sound(), SoundServer.SPEAKERS);
                Player _ = Player.play(call.sound(), tones, sink)) {
            bob.awaitFlowing("A");
            take(kind, what, recorder, bob.process()::events);
        }
    }

    private void take(
            SoundServerKind kind,
            String what,
            Recorder recorder,
            Supplier<List<TonewireEvent>> events) {
        recorder.next(WARM_UP);
        long start = System.nanoTime();
        StereoSound heard = recorder.next(TAKE);
        recorder.next(Steadiness.ADAPTED_TOLD_AFTER);
        Steadiness found = Steadiness.of(heard, start, stalls.all(), events.get());
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %.1f |%n",
                kind,
                what,
                TAKE.toSeconds(),
                found.all().size(),
                found.ofMachine().size(),
                found.ofJitterBuffer().size(),
                found.ours(),
                found.longestMillis());
    }

    /// In seconds of the wall: a virtual sink's own clock is off by up to 0.2 %.
    private void length(SoundServerKind kind) {
        try (Call call = Call.hostedWith(kind, "--source", "tone:1000,name=First,gain=-60");
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS);
                Recorder recorder = listen(call.sound(), SoundServer.SPEAKERS)) {
            bob.awaitFlowing("First");
            recorder.next(WARM_UP);
            int start = recorder.position();
            call.host().say("add file:" + file + ",name=Mix");
            String id = call.host().awaitLive("Mix");
            call.host()
                    .process()
                    .awaitEvent(
                            "the end of the file",
                            event ->
                                    event.is("source-changed")
                                            && event.text("source").equals(id)
                                            && event.text("status").equals("finished"),
                            LENGTH.plus(Participant.SOON));
            recorder.next(Duration.ofSeconds(1));
            double rateHz = recorder.rateHz(start, recorder.position());
            float[] heard = recorder.since(start).left();
            double seconds = (lastLoud(heard) - firstLoud(heard)) / rateHz;
            print(kind, "a file lasts longer than it is by", seconds - LENGTH.toSeconds());
        }
    }

    private static void outputChange(SoundServerKind kind) {
        try (Call call = Call.hostedWith(kind, "--source", "tone:440,name=A");
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS);
                Recorder speakers = listen(call.sound(), SoundServer.SPEAKERS);
                Recorder headphones = listen(call.sound(), SoundServer.HEADPHONES)) {
            bob.awaitFlowing("A");
            speakers.next(WARM_UP);
            int here = speakers.position();
            int there = headphones.position();
            bob.say("output " + SoundServer.HEADPHONES);
            float[] after = headphones.since(there, Duration.ofSeconds(4)).left();
            float[] before = speakers.since(here, Duration.ofSeconds(4)).left();
            double silent = (firstLoud(after) - lastLoud(before)) / (double) Signals.RATE_HZ;
            print(kind, "silent when the output changes", silent);
        }
    }

    private static Recorder listen(SoundServer sound, String sink) {
        return Recorder.listenTo(sound, SoundServer.monitorOf(sink));
    }

    private static int firstLoud(float[] samples) {
        int i = 0;
        while (i < samples.length && Math.abs(samples[i]) < LOUD) {
            i++;
        }
        return i;
    }

    private static int lastLoud(float[] samples) {
        int i = samples.length - 1;
        while (i > 0 && Math.abs(samples[i]) < LOUD) {
            i--;
        }
        return i;
    }

    private static void print(SoundServerKind kind, String what, double seconds) {
        System.out.printf(Locale.ROOT, "| %s | %s | %.0f |%n", kind, what, 1_000 * seconds);
    }
}

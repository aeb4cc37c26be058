package org.tonewire.benchmark.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.Screen;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.StallWatch;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.ClickFinder;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.WavFile;

/// Mouth to ear: clicks into one process's microphone until they come out of another's speakers,
/// and the same through Chromium in the same run. Both ends are recorded by the same program with
/// the same settings, so its own delay drops out up to one step of the sound server (5 to 20 ms).
public final class LatencyBenchmark {
    private static final Duration PERIOD = Duration.ofMillis(700);
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TAKE = Duration.ofSeconds(30);
    private static final Duration CHROMIUM_STARTS = Duration.ofSeconds(8);
    private static final double QUIET_SECONDS = 0.2;
    private static final List<String> PROFILES = List.of("music", "studio", "voice");

    private final Path clicks;

    private LatencyBenchmark(Path clicks) {
        this.clicks = clicks;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(Machine.describe());
        System.out.println("| sound server | what | clicks | median ms | p95 ms |");
        System.out.println("|---|---|---|---|---|");
        Path folder = Files.createTempDirectory("tonewire-latency-");
        Path clicks =
                WavFile.write(folder.resolve("clicks.wav"), Signals.clicks(PERIOD, -6, LENGTH));
        try (StallWatch stalls = StallWatch.start()) {
            var benchmark = new LatencyBenchmark(clicks);
            for (SoundServerKind kind : SoundServerKind.values()) {
                benchmark.measure(kind);
            }
            System.out.println(Machine.describe(stalls.all()));
        }
    }

    private void measure(SoundServerKind kind) throws IOException {
        for (String profile : PROFILES) {
            mouthToEar(kind, profile);
        }
        Optional<String> chromium = ChromiumCall.program();
        if (chromium.isPresent()) {
            chromium(kind, chromium.get());
        } else {
            System.out.printf("| %s | Chromium is not installed | | | |%n", kind);
        }
        pushToSink(kind);
    }

    private void mouthToEar(SoundServerKind kind, String profile) {
        try (Call call = Call.hostedWith(kind, "--source", "mic,name=Mic,profile=" + profile);
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS)) {
            bob.awaitFlowing("Mic");
            print(kind, profile, listen(call.sound()));
        }
    }

    private void chromium(SoundServerKind kind, String program) throws IOException {
        try (SoundServer server = SoundServer.start(kind);
                Screen screen = Screen.start();
                ChromiumCall _ = ChromiumCall.start(program, server, screen.display());
                Recorder recorder = listenToSpeakers(server)) {
            recorder.next(CHROMIUM_STARTS);
            print(kind, "Chromium to itself, music", listen(server));
        }
    }

    private static void pushToSink(SoundServerKind kind) {
        try (SoundServer server = SoundServer.start(kind)) {
            print(kind, "push to sink alone, music", PushToSink.measure(server, "music"));
        }
    }

    private List<Double> listen(SoundServer server) {
        try (Recorder mouth = Recorder.listenTo(server, SoundServer.MICROPHONE);
                Recorder recorder = listenToSpeakers(server);
                Player _ = Player.play(server, clicks, SoundServer.MOUTH)) {
            recorder.next(WARM_UP);
            int from = mouth.position();
            int earFrom = recorder.position();
            StereoSound spoken = mouth.since(from, TAKE);
            StereoSound heard = recorder.since(earFrom, TAKE);
            return delays(spoken, heard);
        }
    }

    private static Recorder listenToSpeakers(SoundServer server) {
        return Recorder.listenTo(server, SoundServer.monitorOf(SoundServer.SPEAKERS));
    }

    /// The first click that is heard within half a period of one that was spoken.
    private static List<Double> delays(StereoSound spoken, StereoSound heard) {
        List<Integer> said = onsets(spoken);
        List<Integer> came = onsets(heard);
        List<Double> delays = new ArrayList<>();
        for (int start : said) {
            came.stream()
                    .filter(end -> end > start && end - start < Signals.RATE_HZ / 2)
                    .findFirst()
                    .ifPresent(end -> delays.add((end - start) * 1_000.0 / Signals.RATE_HZ));
        }
        return delays;
    }

    private static List<Integer> onsets(StereoSound sound) {
        return ClickFinder.onsets(sound.left(), Signals.RATE_HZ, QUIET_SECONDS);
    }

    private static void print(SoundServerKind kind, String what, List<Double> delays) {
        List<Double> sorted = new ArrayList<>(delays);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f |%n",
                kind,
                what,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.95));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}

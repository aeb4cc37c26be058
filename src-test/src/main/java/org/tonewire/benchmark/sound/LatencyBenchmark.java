package org.tonewire.benchmark.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tonewire.testbed.Player;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.ClickFinder;
import org.tonewire.testbed.sound.Signals;
import org.tonewire.testbed.sound.StereoSound;
import org.tonewire.testbed.sound.WavFile;

/// Mouth to ear: clicks into one process's microphone until they come out of another's speakers.
/// Both ends are recorded by the same program with the same settings, so its own delay drops out up
/// to one step of the sound server (5 to 20 ms).
public final class LatencyBenchmark {
    private static final Duration PERIOD = Duration.ofMillis(700);
    private static final Duration LENGTH = Duration.ofSeconds(40);
    private static final double QUIET_SECONDS = 0.2;

    private LatencyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tonewire-latency-");
        Path clicks =
                WavFile.write(folder.resolve("clicks.wav"), Signals.clicks(PERIOD, -6, LENGTH));
        System.out.println("| sound server | profile | clicks | median ms | p95 ms |");
        System.out.println("|---|---|---|---|---|");
        for (SoundServerKind kind : SoundServerKind.values()) {
            for (String profile : List.of("music", "studio", "voice")) {
                measure(kind, profile, clicks);
            }
        }
    }

    private static void measure(SoundServerKind kind, String profile, Path clicks) {
        try (Call call = Call.hostedWith(kind, "--source", "mic,name=Mic,profile=" + profile);
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS)) {
            bob.awaitFlowing("Mic");
            List<Double> delays = listen(call.sound(), clicks);
            Collections.sort(delays);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.1f | %.1f |%n",
                    kind,
                    profile,
                    delays.size(),
                    at(delays, 0.5),
                    at(delays, 0.95));
        }
    }

    private static List<Double> listen(SoundServer server, Path clicks) {
        try (Recorder mouth = Recorder.listenTo(server, SoundServer.MICROPHONE);
                Recorder ear =
                        Recorder.listenTo(server, SoundServer.monitorOf(SoundServer.SPEAKERS));
                Player _ = Player.play(server, clicks, SoundServer.MOUTH)) {
            ear.next(Duration.ofSeconds(8));
            int from = mouth.position();
            int earFrom = ear.position();
            StereoSound spoken = mouth.since(from, Duration.ofSeconds(25));
            StereoSound heard = ear.since(earFrom, Duration.ofSeconds(25));
            return delays(spoken, heard);
        }
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

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}

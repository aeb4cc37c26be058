package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;

/// From the start of the joining process, and from the moment its join is known to the host, until
/// its speakers sound.
public final class FirstSoundBenchmark {
    private static final int ROUNDS = 5;
    private static final float AUDIBLE = 0.01f;

    private FirstSoundBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.describe());
        List<Double> fromStart = new ArrayList<>();
        List<Double> fromJoin = new ArrayList<>();
        try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--source", "tone:440,name=A")) {
            for (int round = 0; round < ROUNDS; round++) {
                measure(call, "Bob" + round, fromStart, fromJoin);
            }
        }
        System.out.println("| from | rounds | median ms | worst ms |");
        System.out.println("|---|---|---|---|");
        print("start of the process", fromStart);
        print("join known to the host", fromJoin);
    }

    private static void measure(
            Call call, String name, List<Double> fromStart, List<Double> fromJoin) {
        try (Recorder recorder =
                Recorder.listenTo(call.sound(), SoundServer.monitorOf(SoundServer.SPEAKERS))) {
            int mark = call.host().process().mark();
            int from = recorder.position();
            long start = System.nanoTime();
            try (Participant bob = call.join(name, "--output", SoundServer.SPEAKERS)) {
                call.host()
                        .process()
                        .awaitEvent(
                                mark,
                                "joined",
                                event -> event.is("participant-joined"),
                                Participant.SOON);
                long joined = System.nanoTime();
                long heard = awaitSound(recorder, from, start);
                fromStart.add((heard - start) / 1e6);
                fromJoin.add((heard - joined) / 1e6);
                bob.leave();
            }
            recorder.next(Duration.ofSeconds(1));
        }
    }

    /// When the first audible sample was recorded, on the clock of this process.
    private static long awaitSound(Recorder recorder, int from, long startNanos) {
        int first =
                Await.value(
                        "heard",
                        Duration.ofSeconds(20),
                        () -> firstAudible(recorder.since(from).left()),
                        () -> "silence at the speakers");
        return startNanos + first * 1_000_000_000L / Signals.RATE_HZ;
    }

    private static Optional<Integer> firstAudible(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > AUDIBLE) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static void print(String from, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f |%n",
                from,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.getLast());
    }
}

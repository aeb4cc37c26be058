package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// From Ctrl-C in the middle of a call until the process is gone, at the one who joined and then at
/// the host, ten calls.
public final class EndingBenchmark {
    private static final int CALLS = 10;

    private EndingBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.describe());
        List<Long> joined = new ArrayList<>();
        List<Long> hosts = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            try (Call call =
                            Call.hostedWith(
                                    SoundServerKind.PIPEWIRE,
                                    "--source",
                                    "tone:440,name=A",
                                    "--source",
                                    "mic",
                                    "--output",
                                    SoundServer.SPEAKERS);
                    Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS)) {
                bob.awaitFlowing("A");
                joined.add(millisToLeave(bob));
                hosts.add(millisToLeave(call.host()));
            }
        }
        System.out.println("| who ends | calls | median ms | worst ms |");
        System.out.println("|---|---|---|---|");
        print("who joined", joined);
        print("the host", hosts);
    }

    private static long millisToLeave(Participant who) {
        long start = System.nanoTime();
        int code = who.leave();
        if (code != 0) {
            throw new IllegalStateException("exit code " + code + ": " + who.process().report());
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static void print(String who, List<Long> millis) {
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d |%n",
                who,
                millis.size(),
                millis.get(millis.size() / 2),
                millis.getLast());
    }
}

package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.Locale;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// CPU seconds a minute of one who sends music and one who hears it, without windows, after the
/// first minute's compilation is mostly done.
public final class CpuBenchmark {
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration TAKE = Duration.ofSeconds(30);

    private CpuBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println("| sound server | sender s/min | receiver s/min |");
        System.out.println("|---|---|---|");
        for (SoundServerKind kind : SoundServerKind.values()) {
            try (Call call = Call.hostedWith(kind, "--source", "mic,profile=music,name=Mic");
                    Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS);
                    Recorder clock =
                            Recorder.listenTo(
                                    call.sound(), SoundServer.monitorOf(SoundServer.SPEAKERS))) {
                bob.awaitFlowing("Mic");
                clock.next(WARM);
                Duration sender = cpu(call.host().process());
                Duration receiver = cpu(bob.process());
                clock.next(TAKE);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %.1f | %.1f |%n",
                        kind,
                        aMinute(cpu(call.host().process()).minus(sender)),
                        aMinute(cpu(bob.process()).minus(receiver)));
            }
        }
    }

    private static double aMinute(Duration cpu) {
        return cpu.toMillis() * 60.0 / TAKE.toMillis();
    }

    private static Duration cpu(TonewireProcess process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow();
    }
}

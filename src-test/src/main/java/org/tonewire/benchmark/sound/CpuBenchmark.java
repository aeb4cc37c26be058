package org.tonewire.benchmark.sound;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.Screen;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;

/// CPU seconds a minute of one who sends music and one who hears it without windows, of a window
/// that hears it and shows its meters, and of a window at its start screen; after the first
/// half-minute's compilation is mostly done. The windows draw without a graphics card.
public final class CpuBenchmark {
    private static final Duration WARM = Duration.ofSeconds(25);
    private static final Duration TAKE = Duration.ofSeconds(30);

    private CpuBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.describe());
        System.out.println("| sound server | what | CPU s/min |");
        System.out.println("|---|---|---|");
        for (SoundServerKind kind : SoundServerKind.values()) {
            measureHeadless(kind);
            measureWindows(kind);
        }
    }

    private static void measureHeadless(SoundServerKind kind) {
        try (Call call = hosted(kind);
                Participant bob = call.join("Bob", "--output", SoundServer.SPEAKERS);
                Recorder clock = clock(call)) {
            bob.awaitFlowing("Mic");
            clock.next(WARM);
            Duration sender = cpu(call.host().process());
            Duration receiver = cpu(bob.process());
            clock.next(TAKE);
            print(kind, "sender", cpu(call.host().process()).minus(sender));
            print(kind, "receiver", cpu(bob.process()).minus(receiver));
        }
    }

    private static void measureWindows(SoundServerKind kind) {
        try (Call call = hosted(kind);
                Screen screen = Screen.start();
                TonewireProcess busy =
                        window(call, screen, "Busy", "join", call.invite(), "--name", "Busy");
                TonewireProcess idle = window(call, screen, "Idle");
                Recorder clock = clock(call)) {
            clock.next(WARM.plus(WARM));
            Duration room = cpu(busy);
            Duration start = cpu(idle);
            clock.next(TAKE);
            print(kind, "window in a room, hearing", cpu(busy).minus(room));
            print(kind, "window at its start", cpu(idle).minus(start));
        }
    }

    private static Call hosted(SoundServerKind kind) {
        return Call.hostedWith(kind, "--source", "mic,profile=music,name=Mic");
    }

    private static TonewireProcess window(
            Call call, Screen screen, String name, String... arguments) {
        Map<String, String> environment = new HashMap<>(call.sound().environment());
        environment.put("DISPLAY", screen.display());
        return TonewireProcess.start(
                call.sound().folder().resolve("home-" + name), environment, name, arguments);
    }

    private static Recorder clock(Call call) {
        return Recorder.listenTo(call.sound(), SoundServer.monitorOf(SoundServer.SPEAKERS));
    }

    private static void print(SoundServerKind kind, String what, Duration cpu) {
        double aMinute = cpu.toMillis() * 60.0 / TAKE.toMillis();
        System.out.printf(Locale.ROOT, "| %s | %s | %.1f |%n", kind, what, aMinute);
    }

    private static Duration cpu(TonewireProcess process) {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow();
    }
}

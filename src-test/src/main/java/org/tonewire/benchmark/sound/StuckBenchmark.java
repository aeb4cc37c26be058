package org.tonewire.benchmark.sound;

import static org.tonewire.testbed.SoundServer.SPEAKERS;
import static org.tonewire.testbed.SoundServer.monitorOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.tonewire.app.StickingMain;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.room.Call;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Levels;

/// How long a participant whose session thread is stuck for ever goes on being heard after `mute`
/// and after `leave`, and how long the process takes to end after `leave` and after Ctrl-C. What is
/// heard is recorded at the listener's output: the figures hold the way through the network and
/// both sound servers, as the control does, which is a mute by the same command in a session that
/// is not stuck.
public final class StuckBenchmark {
    private static final int ROUNDS = 5;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration TAKE = Duration.ofMillis(500);
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final float LOUD = 0.001f;

    private StuckBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.describe());
        System.out.println("| what | rounds | median ms | worst ms |");
        System.out.println("|---|---|---|---|");
        print("control: mute, not stuck, until silent", round -> round.muted(false));
        print("mute, stuck, until silent", round -> round.muted(true));
        print("leave, stuck, until silent", Round::left);
        print("leave, stuck, until the process is gone", Round::leftProcess);
        print("Ctrl-C, stuck, until the process is gone", Round::interrupted);
    }

    private static void print(String what, ToLongFunction<Round> measured) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            try (Call call = Call.hostedWith(SoundServerKind.PIPEWIRE, "--output", SPEAKERS);
                    Recorder recorder = Recorder.listenTo(call.sound(), monitorOf(SPEAKERS));
                    Participant bob =
                            call.joinBy(
                                    StickingMain.class,
                                    "Bob",
                                    "--source",
                                    "tone:440,gain=-6,name=Tone")) {
                call.host().awaitFlowing("Tone");
                Round round = new Round(call, recorder, bob);
                millis.add(measured.applyAsLong(round));
                round.end();
            }
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %d |%n",
                what,
                ROUNDS,
                millis.get(ROUNDS / 2),
                millis.getLast());
    }

    private record Round(Call call, Recorder recorder, Participant bob) {
        long muted(boolean stuck) {
            String tone = bob.awaitLive("Tone");
            settle(stuck);
            return untilSilent("mute " + tone);
        }

        long left() {
            settle(true);
            return untilSilent("leave");
        }

        long leftProcess() {
            settle(true);
            long start = System.nanoTime();
            bob.say("leave");
            return untilGone(start);
        }

        long interrupted() {
            settle(true);
            long start = System.nanoTime();
            bob.process().interrupt();
            return untilGone(start);
        }

        /// Buffers find their length at first.
        private void settle(boolean stuck) {
            Await.until(
                    "heard",
                    LONG,
                    () -> Levels.peakDbfs(recorder.next(TAKE).left()) > -30,
                    () -> bob.process().report());
            recorder.next(SETTLED);
            if (stuck) {
                bob.say("chat " + StickingMain.STICK);
                call.host().process().awaitEvent("the chat", event -> event.is("chat"), LONG);
            }
        }

        private long untilSilent(String command) {
            int start = recorder.position();
            bob.say(command);
            float[] heard = recorder.since(start, AFTERWARDS).left();
            int last = heard.length - 1;
            while (last >= 0 && Math.abs(heard[last]) < LOUD) {
                last--;
            }
            return (last + 1) * AFTERWARDS.toMillis() / heard.length;
        }

        /// A stuck step is what this is about: closing must not complain of it.
        void end() {
            if (bob.process().isRunning()) {
                bob.process().interrupt();
                bob.process().awaitExit(LONG);
            }
            bob.process().takeSlowSteps();
        }

        private long untilGone(long start) {
            bob.process().awaitExit(LONG);
            return Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
    }
}

package org.tonewire.benchmark.sound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.SoundServer;
import org.tonewire.testbed.SoundServerKind;
import org.tonewire.testbed.TonewireProcess;
import org.tonewire.testbed.room.Participant;
import org.tonewire.testbed.sound.Signals;

/// Pulls the cable of one who listens to a tone for so many seconds, each argument a round, and
/// measures at the speakers when sound is back and what silence comes after that.
public final class CableBenchmark {
    private static final float AUDIBLE = 0.01f;
    private static final int BLOCK = Signals.RATE_HZ / 100;
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration AFTER = Duration.ofSeconds(25);

    private CableBenchmark() {}

    public static void main(String[] arguments) {
        System.out.println(Machine.describe());
        System.out.println("| cable out s | sound back after s | silence later ms | longest ms |");
        System.out.println("|---|---|---|---|");
        try (Cable cable = Cable.lay();
                SoundServer sound = SoundServer.start(SoundServerKind.PIPEWIRE);
                Participant host = host(cable, sound);
                Participant guest = guest(cable, sound, host);
                Recorder recorder =
                        Recorder.listenTo(sound, SoundServer.monitorOf(SoundServer.SPEAKERS))) {
            long startNanos = System.nanoTime();
            try {
                for (String seconds : arguments) {
                    awaitSound(recorder, recorder.position(), Duration.ofSeconds(60));
                    measure(cable, recorder, List.of(host, guest), Integer.parseInt(seconds));
                }
            } catch (AssertionError e) {
                print(host, 0, startNanos);
                print(guest, 0, startNanos);
                System.err.println(guest.process().report());
                throw e;
            }
            guest.leave();
            host.leave();
        }
    }

    private static void measure(
            Cable cable, Recorder recorder, List<Participant> both, int seconds) {
        List<Integer> marks = both.stream().map(each -> each.process().mark()).toList();
        cable.pull();
        rest(Duration.ofSeconds(seconds));
        cable.plug();
        long pluggedNanos = System.nanoTime();
        int plugged = recorder.position();
        int back = awaitSound(recorder, plugged, Duration.ofMinutes(2));
        float[] later = recorder.since(plugged + back, AFTER).left();
        int silent = 0;
        int longest = 0;
        int run = 0;
        for (int at = 0; at + BLOCK <= later.length; at += BLOCK) {
            run = isAudible(later, at) ? 0 : run + 1;
            silent += run > 0 ? 1 : 0;
            longest = Math.max(longest, run);
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %.2f | %d | %d |%n",
                seconds,
                back / (double) Signals.RATE_HZ,
                silent * 10,
                longest * 10);
        for (int i = 0; i < both.size(); i++) {
            print(both.get(i), marks.get(i), pluggedNanos);
        }
    }

    /// Beside the table, so that a figure can be understood.
    private static void print(Participant who, int mark, long sinceNanos) {
        who.process().events().stream()
                .skip(mark)
                .filter(event -> !event.isStatistics())
                .forEach(event ->
                        System.err.printf(
                                Locale.ROOT,
                                "%8.2f s %s %s%n",
                                (event.cameNanos() - sinceNanos) / 1e9,
                                who.name(),
                                event));
    }

    /// How many frames after `from` the tone is there, and stays for a while.
    private static int awaitSound(Recorder recorder, int from, Duration timeout) {
        return Await.value(
                "heard",
                timeout,
                () -> {
                    float[] samples = recorder.since(from).left();
                    for (int at = 0; at + 3 * BLOCK <= samples.length; at += BLOCK) {
                        if (isAudible(samples, at)
                                && isAudible(samples, at + BLOCK)
                                && isAudible(samples, at + 2 * BLOCK)) {
                            return Optional.of(at);
                        }
                    }
                    return Optional.empty();
                },
                () -> "silence at the speakers");
    }

    private static boolean isAudible(float[] samples, int from) {
        for (int i = from; i < from + BLOCK; i++) {
            if (Math.abs(samples[i]) > AUDIBLE) {
                return true;
            }
        }
        return false;
    }

    private static Participant host(Cable cable, SoundServer sound) {
        List<String> command =
                List.of(
                        "host",
                        "--port",
                        "0",
                        "--advertise",
                        Cable.HOST_ADDRESS,
                        "--source",
                        "tone:440,name=A");
        return start(cable.onHost(), sound, "Ann", command, "none");
    }

    private static Participant guest(Cable cable, SoundServer sound, Participant host) {
        String invite =
                host.process()
                        .awaitEvent("listening", event -> event.is("listening"), START)
                        .text("invite");
        return start(cable.onGuest(), sound, "Bob", List.of("join", invite), SoundServer.SPEAKERS);
    }

    private static Participant start(
            List<String> launcher,
            SoundServer sound,
            String name,
            List<String> command,
            String output) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(
                List.of("--name", name, "--headless", "--json", "--commands", "--output", output));
        Path home = TonewireProcess.home(sound, name);
        TonewireProcess process =
                TonewireProcess.startBy(
                        launcher,
                        home,
                        sound.environment(),
                        name,
                        arguments.toArray(String[]::new));
        process.awaitEvent("in the room", event -> event.is("joined"), START);
        return new Participant(name, process);
    }

    private static void rest(Duration time) {
        long endNanos = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = endNanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}

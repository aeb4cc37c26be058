package org.tonewire.testbed.hearing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tonewire.testbed.Await;
import org.tonewire.testbed.Recorder;
import org.tonewire.testbed.sound.Signals;

/// Listens until it hears what is asked for. A machine that stands still for a moment spoils some
/// windows, never most of them for a minute.
public final class Hearing {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LENGTH = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofMillis(1_500);
    private static final int LATEST = 5;
    private static final int ENOUGH = 3;
    private static final Duration NEXT_NOTES = Duration.ofSeconds(1);
    private static final int STEPS_IN_ORDER = 7;

    private final Recorder recorder;
    private final Supplier<String> report;

    /// @param report what those who take part said, for the message of a failure
    public Hearing(Recorder recorder, Supplier<String> report) {
        this.recorder = recorder;
        this.report = report;
    }

    /// Waits until most of the latest windows are right: three of five.
    public void await(String what, Predicate<Window> isRight) {
        Deque<Window> latest = new ArrayDeque<>();
        Deque<Boolean> right = new ArrayDeque<>();
        Await.until(
                "heard: " + what,
                PATIENCE,
                () -> {
                    Window window = new Window(recorder.next(LENGTH));
                    latest.add(window);
                    right.add(isRight.test(window));
                    if (latest.size() > LATEST) {
                        latest.remove();
                        right.remove();
                    }
                    return right.stream().filter(Boolean::booleanValue).count() >= ENOUGH;
                },
                () -> "but last " + latest + "\n" + report.get());
    }

    /// Waits until nothing is heard, not one sample for a second and a half.
    public void awaitSilence(String what) {
        Await.until(
                "silent: " + what,
                PATIENCE,
                () -> new Window(recorder.next(SILENCE)).isSilent(),
                report);
    }

    /// Waits until a whole round of the melody and one step more was heard in order, and nothing
    /// between.
    public void awaitMelody(double peakDbfs) {
        List<Integer> heard = new ArrayList<>();
        int[] position = {recorder.position()};
        Await.until(
                "heard: a round of the melody in order",
                PATIENCE,
                () -> {
                    for (int note :
                            Melody.notes(recorder.since(position[0], NEXT_NOTES), peakDbfs)) {
                        if (heard.isEmpty() || heard.getLast() != note) {
                            heard.add(note);
                        }
                    }
                    position[0] += Math.toIntExact(NEXT_NOTES.toSeconds() * Signals.RATE_HZ);
                    return Melody.isInOrder(heard, STEPS_IN_ORDER);
                },
                () -> "but notes " + heard + "\n" + report.get());
    }
}

package org.tonewire.app.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// What the loop of a session promises, in real time and in virtual time.
abstract class SessionLoopContract {
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration LATER = Duration.ofMillis(20);

    private final List<String> steps = new CopyOnWriteArrayList<>();

    /// The same loop at each call; it runs.
    abstract SessionLoop loop();

    /// Lets the loop go on until this holds.
    abstract void until(BooleanSupplier done);

    @Test
    void tasksRunInTheOrderInWhichTheyArePosted() {
        loop().post(step("first"));
        loop().post(step("second"));
        loop().post(step("last"));
        awaitLast();
        assertThat(steps).containsExactly("first", "second", "last");
    }

    @Test
    void urgentTasksRunInOrderBeforeAllThatWait() {
        loop().post(() -> {
            loop().post(step("waiting"));
            loop().postFirst(step("urgent"));
            loop().postFirst(step("urgent too"));
            loop().post(step("last"));
        });
        awaitLast();
        assertThat(steps).containsExactly("urgent", "urgent too", "waiting", "last");
    }

    @Test
    void aTaskThatIsPostedDuringAStepWaitsForItsEnd() {
        loop().post(() -> {
            loop().postFirst(step("urgent"));
            loop().post(step("last"));
            steps.add("step");
        });
        awaitLast();
        assertThat(steps).containsExactly("step", "urgent", "last");
    }

    @Test
    void timersRunInTheOrderOfTheirTimes() {
        loop().post(() -> {
            loop().after(LATER, step("second"));
            loop().after(SOON, step("first"));
            loop().after(LATER, step("last"));
        });
        awaitLast();
        assertThat(steps).containsExactly("first", "second", "last");
    }

    @Test
    void aTimerDoesNotRunBeforeItsTime() {
        AtomicLong waitedNanos = new AtomicLong();
        loop().post(() -> {
            long start = loop().nanoTime();
            loop().after(LATER, () -> waitedNanos.set(loop().nanoTime() - start));
        });
        until(() -> waitedNanos.get() > 0);
        assertThat(waitedNanos.get()).isGreaterThanOrEqualTo(LATER.toNanos());
    }

    @Test
    void aCancelledTimerDoesNotRun() {
        loop().post(() -> {
            SessionLoop.Timer timer = loop().after(SOON, step("cancelled"));
            timer.cancel();
            timer.cancel();
            loop().after(LATER, step("last"));
        });
        awaitLast();
        assertThat(steps).containsExactly("last");
    }

    @Test
    void cancellingATimerThatHasRunChangesNothing() {
        loop().post(() -> {
            SessionLoop.Timer timer = loop().after(SOON, step("timer"));
            loop().after(LATER, timer::cancel);
            loop().after(LATER, step("last"));
        });
        awaitLast();
        assertThat(steps).containsExactly("timer", "last");
    }

    @Test
    void forgettingDropsWhatWaitsButNotUrgentTasks() {
        loop().post(() -> {
            loop().post(step("forgotten"));
            loop().after(Duration.ZERO, step("forgotten too"));
            loop().postFirst(step("urgent"));
            loop().forget();
            loop().after(SOON, step("last"));
        });
        awaitLast();
        assertThat(steps).containsExactly("urgent", "last");
    }

    @Test
    void aBlockingTaskPostsItsResult() {
        loop().post(() -> {
            loop().runBlocking(() -> loop().post(step("last")));
            steps.add("step");
        });
        awaitLast();
        assertThat(steps).containsExactly("step", "last");
    }

    @Test
    void theLoopDoesNotWaitForItself() {
        loop().post(() -> {
            steps.add("awaited: " + loop().await(Duration.ofMinutes(1)));
            steps.add("last");
        });
        awaitLast();
        assertThat(steps).containsExactly("awaited: true", "last");
    }

    @Test
    void nothingRunsAfterTheStepThatStopsTheLoop() {
        loop().post(() -> {
            loop().post(step("waiting"));
            loop().after(Duration.ZERO, step("timer"));
            loop().stop();
            loop().postFirst(step("urgent"));
            steps.add("posted: " + loop().post(step("late")));
        });
        until(() -> !steps.isEmpty() && loop().await(SOON));
        assertThat(steps).containsExactly("posted: false");
    }

    private void awaitLast() {
        until(() -> steps.contains("last"));
    }

    private Runnable step(String name) {
        return () -> steps.add(name);
    }
}

package org.tonewire.app.core.loop;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when a step of the session takes too long, and logs where it stands: such a step holds up
/// everything else. Its own daemon thread looks twice a second. The time in which that thread did
/// not run either is the machine's own and is not counted, so a busy machine makes no slow step.
public final class StepWatch {
    /// The words with which every such entry of the log begins.
    public static final String SLOW_STEP = "a slow step of the session";

    private static final Logger log = LoggerFactory.getLogger(StepWatch.class);
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_NANOS = 500_000_000L;
    private static final int SHOWN_FRAMES = 12;

    private final Thread watched;
    private final LongSupplier nanoTime;
    private @Nullable Thread watcher;
    private volatile boolean over;

    /// Grows with every begin and end of a step: odd while one runs. Written by the watched thread.
    private volatile long step;

    // The watcher's own:
    private long seenStep;
    private long lookedNanos;
    private long countedNanos;
    private boolean told;

    StepWatch(Thread watched, LongSupplier nanoTime) {
        this.watched = watched;
        this.nanoTime = nanoTime;
    }

    void start() {
        Thread looking =
                Thread.ofPlatform().daemon().name(watched.getName() + "-watch").unstarted(this::run);
        watcher = looking;
        looking.start();
    }

    void stop() {
        over = true;
        LockSupport.unpark(watcher);
    }

    /// The watched thread begins a step.
    @SuppressWarnings("NonAtomicVolatileUpdate") // It has one writer.
    void begin() {
        step++;
    }

    /// The step is done. Does nothing where none was begun.
    @SuppressWarnings("NonAtomicVolatileUpdate") // It has one writer.
    void end() {
        if ((step & 1) == 1) {
            step++;
        }
    }

    private void run() {
        while (!over) {
            look().ifPresent(log::warn);
            LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
        }
    }

    /// Looks once.
    ///
    /// @return what there is to tell
    Optional<String> look() {
        long now = nanoTime.getAsLong();
        long current = step;
        long passed = Math.min(now - lookedNanos, LOOK_EVERY_NANOS);
        lookedNanos = now;
        if (current != seenStep) {
            return newStep(current);
        }
        if ((current & 1) == 0) {
            return Optional.empty();
        }
        countedNanos += passed;
        if (told || countedNanos <= LIMIT.toNanos()) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(SLOW_STEP + " still runs after " + millis() + " ms: " + place());
    }

    private Optional<String> newStep(long current) {
        boolean wasSlow = told;
        long took = millis();
        seenStep = current;
        countedNanos = 0;
        told = false;
        return wasSlow ? Optional.of(SLOW_STEP + " ended after " + took + " ms") : Optional.empty();
    }

    private long millis() {
        return countedNanos / 1_000_000;
    }

    private String place() {
        return Arrays.stream(watched.getStackTrace())
                .limit(SHOWN_FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}

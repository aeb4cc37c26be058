package org.tonewire.app.rtc.playout;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/// Pulls received sound at an exact pace while playout is on. Any thread may call the methods.
final class PullThread {
    private static final long IDLE_NANOS = 1_000_000_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final Runnable pull;
    private final LongConsumer skipped;
    private final PullSchedule schedule = new PullSchedule();
    private final Thread thread = Thread.ofPlatform().daemon().name("playout").unstarted(this::run);
    private volatile boolean playing;
    private volatile boolean closed;

    /// @param pull pulls one frame; throws nothing
    /// @param skipped gets the number of samples per channel that are skipped before the next frame
    PullThread(Runnable pull, LongConsumer skipped) {
        this.pull = pull;
        this.skipped = skipped;
    }

    void begin() {
        thread.start();
    }

    void play() {
        playing = true;
        LockSupport.unpark(thread);
    }

    void pause() {
        playing = false;
    }

    boolean playing() {
        return playing;
    }

    /// Waits for the running pull, 2 s at most.
    ///
    /// @return whether the thread has ended
    boolean close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            return thread.join(CLOSE_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(IDLE_NANOS);
            if (playing) {
                schedule.begin(System.nanoTime());
                runWhilePlaying();
            }
        }
    }

    private void runWhilePlaying() {
        while (playing && !closed) {
            long wait = schedule.untilDueNanos(System.nanoTime());
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                long left = schedule.takeSkippedSamples();
                if (left > 0) {
                    skipped.accept(left);
                }
                pull.run();
                schedule.pulled();
            }
        }
    }
}

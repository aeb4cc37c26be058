package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Entries of the log that one thread writes, in order, so that a reader or a disk that is slow
/// holds up nobody who logs. Some 1,000 wait; where there are more, the newest are dropped and
/// counted. Any thread; only [#flush] and [#run] wait.
final class EntryQueue {
    static final int CAPACITY = 1_024;

    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private volatile boolean ended;

    void add(Runnable write) {
        if (!waiting.offer(write)) {
            dropped.incrementAndGet();
        }
    }

    /// Says how many entries were dropped since it was asked last, if any were.
    Optional<ILoggingEvent> loss(Context context) {
        long entries = dropped.getAndSet(0);
        return entries == 0
                ? Optional.empty()
                : Optional.of(
                        new LoggingEvent(
                                EntryQueue.class.getName(),
                                ((LoggerContext) context).getLogger(EntryQueue.class),
                                Level.WARN,
                                "{} entries of the log were not written: too many waited",
                                null,
                                new Object[] {entries}));
    }

    /// Waits until what was added before is written, `limit` at most.
    void flush(Duration limit) {
        CountDownLatch written = new CountDownLatch(1);
        long end = System.nanoTime() + limit.toNanos();
        try {
            boolean _ =
                    waiting.offer(written::countDown, limit.toNanos(), TimeUnit.NANOSECONDS)
                            && written.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// What waits is still written, then [#run] returns.
    void end() {
        ended = true;
        // Wakes the thread; where the queue is full, it is awake.
        boolean _ = waiting.offer(() -> {});
    }

    /// Writes until the end. Called by the writing thread, which is not ended by interrupting it.
    void run() {
        while (!ended || !waiting.isEmpty()) {
            try {
                waiting.take().run();
            } catch (InterruptedException _) {
                // Goes on: what waits is written.
            }
        }
    }
}

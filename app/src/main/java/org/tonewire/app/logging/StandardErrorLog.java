package org.tonewire.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.filter.Filter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Writes log entries on a thread of its own, `log-lines`, in order: a program that reads standard
/// error slowly, or not at all, holds up nobody who logs. Some 1,000 entries wait for it; where
/// there are more, the newest are dropped, and how many is logged before the next one. Any thread;
/// only [#flush()] waits.
final class StandardErrorLog extends UnsynchronizedAppenderBase<ILoggingEvent> {
    static final int CAPACITY = 1_024;

    private static final Duration FLUSH_LIMIT = Duration.ofMillis(250);

    private final OutputStream out;
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private volatile Layout<ILoggingEvent> layout;

    StandardErrorLog(Layout<ILoggingEvent> layout) {
        this(layout, new FileOutputStream(FileDescriptor.err));
    }

    /// @param out used by the writing thread alone; never closed
    StandardErrorLog(Layout<ILoggingEvent> layout, OutputStream out) {
        this.layout = layout;
        this.out = out;
    }

    @Override
    public void start() {
        super.start();
        Thread.ofPlatform().daemon().name("log-lines").start(this::run);
    }

    /// What waits is still written.
    @Override
    public void stop() {
        super.stop();
        // Wakes the thread; where the queue is full, it is awake.
        boolean _ = waiting.offer(() -> {});
    }

    /// From here on, entries of this level and above are written.
    void show(Level least) {
        for (Filter<ILoggingEvent> filter : getCopyOfAttachedFiltersList()) {
            if (filter instanceof ShownEntries shown) {
                shown.from(least);
            }
        }
    }

    void layOut(Layout<ILoggingEvent> next) {
        layout = next;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String line = layout.doLayout(event);
        if (!waiting.offer(() -> write(line))) {
            dropped.incrementAndGet();
        }
    }

    /// Waits until what was logged before is written, some tenths of a second at most.
    void flush() {
        CountDownLatch written = new CountDownLatch(1);
        long limit = FLUSH_LIMIT.toNanos();
        try {
            boolean _ =
                    waiting.offer(written::countDown, limit, TimeUnit.NANOSECONDS)
                            && written.await(limit, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isStarted() || !waiting.isEmpty()) {
            try {
                waiting.take().run();
            } catch (InterruptedException _) {
                addInfo("the writing thread is not ended by interrupting it");
            }
        }
    }

    private void write(String line) {
        try {
            long lost = dropped.getAndSet(0);
            if (lost > 0) {
                out.write(bytes(layout.doLayout(loss(lost))));
            }
            out.write(bytes(line));
            out.flush();
        } catch (IOException | RuntimeException e) {
            addError("an entry was not written", e);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private ILoggingEvent loss(long entries) {
        Logger logger = ((LoggerContext) getContext()).getLogger(StandardErrorLog.class);
        return new LoggingEvent(
                StandardErrorLog.class.getName(),
                logger,
                Level.WARN,
                "{} entries of the log were not written: nobody read them",
                null,
                new Object[] {entries});
    }
}

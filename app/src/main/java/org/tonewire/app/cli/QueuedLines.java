package org.tonewire.app.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;

/// Prints event lines on a thread of its own, `event-lines`, in order: a program that reads them
/// slowly, or not at all, holds up nobody. Some 1,000 events wait for it; where there are more,
/// statistics are dropped first, then the newest. How many were dropped is printed before the next
/// line. Any thread; only [#close()] waits.
final class QueuedLines implements EventLines, AutoCloseable {
    static final int CAPACITY = 1_024;

    private static final Logger log = LoggerFactory.getLogger(QueuedLines.class);
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(1);

    private final EventLines printed;
    private final Runnable readerGone;
    private final Duration flushLimit;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private long dropped;
    private boolean closed;
    private volatile boolean hasReader = true;

    /// @param periodic whether another of its kind follows soon
    private record Entry(Runnable print, boolean periodic) {}

    private QueuedLines(EventLines printed, Runnable readerGone, Duration flushLimit) {
        this.printed = printed;
        this.readerGone = readerGone;
        this.flushLimit = flushLimit;
        thread = Thread.ofPlatform().daemon().name("event-lines").unstarted(this::print);
    }

    /// Starts to print.
    ///
    /// @param printed prints each event and may block; used by the printing thread alone
    /// @param readerGone run on the printing thread when nobody can read any more
    static QueuedLines start(EventLines printed, Runnable readerGone) {
        return start(printed, readerGone, FLUSH_LIMIT);
    }

    /// @param flushLimit how long [#close()] waits
    static QueuedLines start(EventLines printed, Runnable readerGone, Duration flushLimit) {
        QueuedLines lines = new QueuedLines(printed, readerGone, flushLimit);
        lines.thread.start();
        return lines;
    }

    @Override
    public void hosting(Hosting hosting) {
        add(() -> printed.hosting(hosting), false);
    }

    @Override
    public void happened(SessionEvent event) {
        add(() -> printed.happened(event), event instanceof SessionEvent.StatsCollected);
    }

    @Override
    public void problem(Problem problem) {
        add(() -> printed.problem(problem), false);
    }

    @Override
    public void refused(String why) {
        add(() -> printed.refused(why), false);
    }

    @Override
    public void help(String commands) {
        add(() -> printed.help(commands), false);
    }

    @Override
    public void dropped(long events) {
        add(() -> printed.dropped(events), false);
    }

    /// As far as the last line showed.
    @Override
    public boolean hasReader() {
        return hasReader;
    }

    /// Prints what waits, for a second at most; whatever comes later is not printed. Idempotent.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(flushLimit)) {
                log.debug("the last event lines were not read");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Runnable print, boolean periodic) {
        lock.lock();
        try {
            if (!closed && hasRoom()) {
                waiting.add(new Entry(print, periodic));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Drops the oldest statistics where the queue is full.
    private boolean hasRoom() {
        if (waiting.size() < CAPACITY) {
            return true;
        }
        dropped++;
        Iterator<Entry> oldest = waiting.iterator();
        while (oldest.hasNext()) {
            if (oldest.next().periodic()) {
                oldest.remove();
                return true;
            }
        }
        return false;
    }

    private void print() {
        for (Entry next = take(); next != null; next = take()) {
            try {
                tellDropped();
                next.print().run();
                hasReader = printed.hasReader();
            } catch (RuntimeException e) {
                log.error("an event was not printed", e);
            }
            if (!hasReader) {
                readerGone.run();
            }
        }
    }

    private void tellDropped() {
        long events = takeDropped();
        if (events > 0) {
            printed.dropped(events);
            log.warn("{} events were not printed: nobody read them", events);
        }
    }

    private long takeDropped() {
        lock.lock();
        try {
            long events = dropped;
            dropped = 0;
            return events;
        } finally {
            lock.unlock();
        }
    }

    /// @return null at the end
    private @Nullable Entry take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }
}

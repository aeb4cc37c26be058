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
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;

/// Prints event lines on a thread of its own, `event-lines`, in order: a program that reads them
/// slowly, or not at all, holds up nobody. Some 1,000 events wait for it; where there are more,
/// statistics are dropped first, then the newest, but never the end of the session or of a
/// recording. How many were dropped is printed before the next line. Any thread; only [#close()]
/// waits.
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

    /// What happens to an event where too many wait.
    private enum Weight {
        /// Another of its kind follows soon: dropped first.
        PERIODIC,
        /// The newest of these are dropped next.
        ORDINARY,
        /// Takes the place of another.
        LASTING
    }

    private record Entry(Runnable print, Weight weight) {}

    private QueuedLines(EventLines printed, Runnable readerGone, Duration flushLimit) {
        this.printed = printed;
        this.readerGone = readerGone;
        this.flushLimit = flushLimit;
        thread = Thread.ofPlatform().daemon().name("event-lines").unstarted(this::run);
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
        add(() -> printed.hosting(hosting), Weight.ORDINARY);
    }

    @Override
    public void happened(SessionEvent event) {
        add(() -> printed.happened(event), weightOf(event));
    }

    @Override
    public void problem(Problem problem) {
        add(() -> printed.problem(problem), Weight.LASTING);
    }

    @Override
    public void refused(String why) {
        add(() -> printed.refused(why), Weight.ORDINARY);
    }

    @Override
    public void help(String commands) {
        add(() -> printed.help(commands), Weight.ORDINARY);
    }

    @Override
    public void dropped(long events) {
        add(() -> printed.dropped(events), Weight.ORDINARY);
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

    private static Weight weightOf(SessionEvent event) {
        return switch (event) {
            case SessionEvent.StatsCollected _ -> Weight.PERIODIC;
            case SessionEvent.ConnectionChanged(ConnectionStatus.Ended _),
                    SessionEvent.InviteChanged _,
                    SessionEvent.RecordingChanged(RecordingStatus.Ended _) ->
                    Weight.LASTING;
            case SessionEvent.ConnectionChanged _,
                    SessionEvent.ParticipantJoined _,
                    SessionEvent.ParticipantRenamed _,
                    SessionEvent.ParticipantLeft _,
                    SessionEvent.LinkChanged _,
                    SessionEvent.TrackAdded _,
                    SessionEvent.TrackChanged _,
                    SessionEvent.TrackRemoved _,
                    SessionEvent.SourceChanged _,
                    SessionEvent.SourceRemoved _,
                    SessionEvent.OutputChanged _,
                    SessionEvent.SettingChanged _,
                    SessionEvent.ChatReceived _,
                    SessionEvent.SecretHandedOver _,
                    SessionEvent.RecordingChanged _,
                    SessionEvent.ProblemOccurred _ ->
                    Weight.ORDINARY;
        };
    }

    private void add(Runnable print, Weight weight) {
        lock.lock();
        try {
            if (!closed && hasRoom(weight)) {
                waiting.add(new Entry(print, weight));
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Drops another event where the queue is full: the oldest statistics, or for a lasting event
    /// the newest ordinary one, or else the oldest of all.
    private boolean hasRoom(Weight weight) {
        if (waiting.size() < CAPACITY) {
            return true;
        }
        dropped++;
        if (removeFirst(waiting.iterator(), Weight.PERIODIC)) {
            return true;
        }
        return weight == Weight.LASTING
                && (removeFirst(waiting.descendingIterator(), Weight.ORDINARY)
                        || waiting.poll() != null);
    }

    private static boolean removeFirst(Iterator<Entry> entries, Weight weight) {
        while (entries.hasNext()) {
            if (entries.next().weight() == weight) {
                entries.remove();
                return true;
            }
        }
        return false;
    }

    /// Whatever ends this thread, the run ends with it: its lines would be lost in silence.
    private void run() {
        try {
            print();
        } catch (Throwable e) {
            hasReader = false;
            readerGone.run();
            log.error("events are not printed any more", e);
        }
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

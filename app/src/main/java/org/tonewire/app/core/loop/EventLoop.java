package org.tonewire.app.core.loop;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session thread: one bounded queue of tasks, and timers. It owns a session's whole state, and
/// makes every call into the links but those of audio threads: the push of frames into a feed, and
/// voice processing.
public final class EventLoop implements SessionLoop {
    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
    private static final int CAPACITY = 8_192;

    private final class Due implements Timer {
        private final long nanos;
        private final long number;
        private final Runnable task;

        Due(long nanos, long number, Runnable task) {
            this.nanos = nanos;
            this.number = number;
            this.task = task;
        }

        @Override
        public void cancel() {
            timers.remove(this);
        }
    }

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Queue<Runnable> first = new ConcurrentLinkedQueue<>();

    /// Ordered by the time at which they are due, then by their start.
    private final PriorityQueue<Due> timers =
            new PriorityQueue<>((a, b) ->
                    a.nanos == b.nanos
                            ? Long.compare(a.number, b.number)
                            : Long.signum(a.nanos - b.nanos));

    private final LongSupplier nanoTime;
    private long timersStarted;
    private final Thread thread;
    private final StepWatch watch;
    private volatile boolean stopped;

    /// @param name of the thread
    public EventLoop(String name) {
        this(name, System::nanoTime);
    }

    /// @param nanoTime the clock of its timers
    EventLoop(String name, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        thread = Thread.ofPlatform().name(name).unstarted(this::run);
        watch = StepWatch.of(thread);
    }

    public void start() {
        thread.start();
        watch.start();
    }

    @Override
    public boolean post(Runnable task) {
        if (stopped) {
            return false;
        }
        boolean taken = queue.offer(task);
        if (!taken) {
            log.warn("the session is overrun: something was dropped");
        }
        return taken;
    }

    @Override
    public void postFirst(Runnable task) {
        first.add(task);
        // Wakes the thread; where the queue is full, it is awake.
        boolean _ = queue.offer(EventLoop::wake);
    }

    private static void wake() {}

    @Override
    public void forget() {
        queue.clear();
        timers.clear();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Due timer = new Due(nanoTime() + delay.toNanos(), timersStarted++, task);
        timers.add(timer);
        return timer;
    }

    /// A platform thread: native code that hangs would take a virtual thread's carrier along.
    @Override
    public void runBlocking(Runnable task) {
        Thread.ofPlatform().daemon().name("session-task").start(task);
    }

    @Override
    public long nanoTime() {
        return nanoTime.getAsLong();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean await(Duration timeout) {
        try {
            return thread.equals(Thread.currentThread()) || thread.join(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void run() {
        while (!stopped) {
            try {
                Runnable task = next();
                if (task != null) {
                    watch.begin();
                    task.run();
                }
            } catch (InterruptedException _) {
                log.debug("the session thread is not ended by interrupting it");
            } catch (Throwable e) {
                log.error("a step of the session failed", e);
            } finally {
                watch.end();
            }
        }
        watch.stop();
    }

    private @Nullable Runnable next() throws InterruptedException {
        Runnable urgent = first.poll();
        if (urgent != null) {
            return urgent;
        }
        Due due = timers.peek();
        if (due == null) {
            return queue.take();
        }
        long wait = due.nanos - nanoTime();
        if (wait <= 0) {
            timers.remove();
            return due.task;
        }
        return queue.poll(wait, TimeUnit.NANOSECONDS);
    }
}

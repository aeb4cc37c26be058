package org.tonewire.app.core.loop;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session thread: one bounded queue of what is to be done, and timers. It owns a session's
/// whole state and every call into the links.
public final class EventLoop implements SessionLoop {
    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
    private static final int CAPACITY = 8_192;

    private record Timer(long dueNanos, Runnable task) {}

    private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((a, b) -> Long.signum(a.dueNanos() - b.dueNanos()));
    private final Thread thread;
    private volatile boolean stopped;

    /// @param name of the thread
    public EventLoop(String name) {
        thread = Thread.ofPlatform().name(name).unstarted(this::run);
    }

    public void start() {
        thread.start();
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
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), task));
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    /// What is running ends, what waits is forgotten. Its own thread only.
    public void stop() {
        stopped = true;
    }

    /// @return whether it ended in time
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
                    task.run();
                }
            } catch (InterruptedException _) {
                log.debug("the session thread is not ended by interrupting it");
            } catch (Throwable e) {
                log.error("a step of the session failed", e);
            }
        }
    }

    private @Nullable Runnable next() throws InterruptedException {
        Timer first = timers.peek();
        if (first == null) {
            return queue.take();
        }
        long wait = first.dueNanos() - System.nanoTime();
        if (wait <= 0) {
            timers.remove();
            return first.task();
        }
        return queue.poll(wait, TimeUnit.NANOSECONDS);
    }
}

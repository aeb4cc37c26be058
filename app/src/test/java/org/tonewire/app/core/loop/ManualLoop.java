package org.tonewire.app.core.loop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/// A session's loop in virtual time: the test says when time passes. One thread.
public final class ManualLoop implements SessionLoop {
    private record Timer(long dueNanos, long number, Runnable task) {}

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(
                    Comparator.comparingLong(Timer::dueNanos).thenComparingLong(Timer::number));
    private long nowNanos;
    private long timersMade;

    @Override
    public boolean post(Runnable task) {
        return tasks.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(nowNanos + delay.toNanos(), timersMade++, task));
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    /// Does what is posted, and what that posts.
    public void settle() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    /// Lets time pass, with all that falls due on the way.
    public void pass(Duration time) {
        long endNanos = nowNanos + time.toNanos();
        settle();
        for (Timer next = timers.peek();
                next != null && next.dueNanos() <= endNanos;
                next = timers.peek()) {
            timers.remove();
            nowNanos = Math.max(nowNanos, next.dueNanos());
            next.task().run();
            settle();
        }
        nowNanos = endNanos;
    }
}

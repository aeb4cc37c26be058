package org.tonewire.app.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.loop.SessionLoop;

/// A session's loop in virtual time, which the test moves. One thread. Blocking tasks run between
/// two steps, in order, unless the test holds them back. Steps do not nest: what is posted during a
/// step waits for its end.
public final class ManualLoop implements SessionLoop {
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

    private final Deque<Runnable> urgent = new ArrayDeque<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> blocking = new ArrayDeque<>();
    private final PriorityQueue<Due> timers =
            new PriorityQueue<>((a, b) ->
                    a.nanos == b.nanos
                            ? Long.compare(a.number, b.number)
                            : Long.compare(a.nanos, b.nanos));
    private long nowNanos;
    private long timersMade;
    private boolean holding;
    private boolean prompt;
    private boolean stepping;
    private boolean stopped;

    @Override
    public boolean post(Runnable task) {
        boolean taken = !stopped && tasks.add(task);
        settleIfPrompt();
        return taken;
    }

    @Override
    public void postFirst(Runnable task) {
        if (!stopped) {
            urgent.add(task);
        }
        settleIfPrompt();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Due timer = new Due(nowNanos + delay.toNanos(), timersMade++, task);
        timers.add(timer);
        return timer;
    }

    @Override
    public void runBlocking(Runnable task) {
        blocking.add(task);
        settleIfPrompt();
    }

    private void settleIfPrompt() {
        if (prompt) {
            settle();
        }
    }

    @Override
    public void forget() {
        tasks.clear();
        timers.clear();
    }

    @Override
    public void stop() {
        stopped = true;
        urgent.clear();
        forget();
    }

    @Override
    public boolean await(Duration timeout) {
        if (stepping) {
            return true;
        }
        pass(timeout);
        return stopped;
    }

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    /// From here on, what is posted is done before the call that posts it returns.
    public void beginPrompt() {
        prompt = true;
        settle();
    }

    /// Drops the blocking tasks that wait, as if a device hung.
    public void loseBlocking() {
        blocking.clear();
    }

    /// Blocking tasks wait from here on, as for a device that does not answer.
    public void holdBlocking() {
        holding = true;
    }

    public void releaseBlocking() {
        holding = false;
    }

    public boolean isStopped() {
        return stopped;
    }

    public int timers() {
        return timers.size();
    }

    /// Whether nothing waits but timers.
    public boolean isIdle() {
        return urgent.isEmpty() && tasks.isEmpty() && (holding || blocking.isEmpty());
    }

    /// Does what is posted, and what that posts.
    public void settle() {
        if (stepping) {
            return;
        }
        for (Runnable task = next(); task != null; task = next()) {
            step(task);
        }
    }

    private void step(Runnable task) {
        stepping = true;
        try {
            task.run();
        } finally {
            stepping = false;
        }
    }

    private @Nullable Runnable next() {
        Runnable task = urgent.isEmpty() ? tasks.poll() : urgent.poll();
        return task == null && !holding ? blocking.poll() : task;
    }

    /// When the next timer is due, on the clock of [#nanoTime()]; the end of time for none.
    public long nextNanos() {
        Due next = timers.peek();
        return next == null ? Long.MAX_VALUE : next.nanos;
    }

    /// Lets time pass, with all that falls due on the way.
    public void pass(Duration time) {
        passUntil(nowNanos + time.toNanos());
    }

    /// The same, until the clock shows this.
    public void passUntil(long endNanos) {
        if (stepping) {
            throw new IllegalStateException("time passes between two steps, not in one");
        }
        settle();
        for (Due next = timers.peek();
                next != null && next.nanos <= endNanos;
                next = timers.peek()) {
            timers.remove();
            nowNanos = Math.max(nowNanos, next.nanos);
            step(next.task);
            settle();
        }
        nowNanos = Math.max(nowNanos, endNanos);
    }
}

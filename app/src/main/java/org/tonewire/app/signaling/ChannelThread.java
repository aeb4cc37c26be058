package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon thread `signaling` of one channel. A task that throws is logged, and the thread goes
/// on.
final class ChannelThread {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelThread.class);

    private final AtomicReference<@Nullable Thread> owner = new AtomicReference<>();
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, this::thread);

    ChannelThread() {
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    boolean isCurrent() {
        return Thread.currentThread().equals(owner.get());
    }

    void run(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException _) {
            LOG.trace("a task came after the end");
        }
    }

    @Nullable ScheduledFuture<?> runAfter(Duration delay, Runnable task) {
        try {
            return executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            return null;
        }
    }

    @Nullable ScheduledFuture<?> runEvery(Duration period, Runnable task) {
        try {
            return executor.scheduleWithFixedDelay(
                    guarded(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException _) {
            return null;
        }
    }

    void end() {
        executor.shutdown();
    }

    private Thread thread(Runnable tasks) {
        Thread made = Thread.ofPlatform().name("signaling").daemon().unstarted(tasks);
        owner.set(made);
        return made;
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("a bug in the signaling channel", e);
            }
        };
    }
}

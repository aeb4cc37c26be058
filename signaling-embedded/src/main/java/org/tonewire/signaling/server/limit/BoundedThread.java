package org.tonewire.signaling.server.limit;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread with a bounded queue. Starts with its first task; a task that throws is logged.
/// Thread-safe.
public final class BoundedThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedThread.class);
    private static final long DRAIN_SECONDS = 2;

    private final ThreadPoolExecutor thread;

    public BoundedThread(String name, int capacity) {
        this.thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(capacity),
                        task -> {
                            Thread worker = new Thread(task, name);
                            worker.setDaemon(true);
                            return worker;
                        });
    }

    /// False if the queue is full or the thread is closed.
    public boolean tryRun(Task task) {
        try {
            thread.execute(() -> runSafely(task));
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /// Runs the tasks that wait, for at most two seconds.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException _) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /// Runs code of the embedding program and logs what it throws.
    public static void runSafely(Task task) {
        try {
            task.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | AssertionError e) {
            LOG.warn("code from outside failed", e);
        }
    }

    /// A task that may throw.
    @FunctionalInterface
    public interface Task {
        void run() throws Exception;
    }
}

package org.tonewire.app.rtc.playout;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs calls into a device module one after another, on a separate thread. A module that blocks a
/// call for longer than the limit is lost: it gets no further call, and is never released. Any
/// thread; closed once, by the session thread.
final class DeviceCalls {
    static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(DeviceCalls.class);

    private final LongSupplier nanoTime;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Long begunNanos;
    private volatile boolean lost;

    DeviceCalls(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        thread =
                new ThreadPoolExecutor(
                        0,
                        1,
                        1,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> Thread.ofPlatform().daemon().name("playout").unstarted(task));
    }

    /// Runs the call, unless the module is lost.
    void run(Runnable call) {
        if (!isLost() && !thread.isShutdown()) {
            thread.execute(() -> timed(call));
        }
    }

    boolean isLost() {
        Long begun = begunNanos;
        if (!lost && begun != null && nanoTime.getAsLong() - begun > LIMIT.toNanos()) {
            lost = true;
            log.error("The device that paces received sound does not answer any more");
        }
        return lost;
    }

    private void timed(Runnable call) {
        begunNanos = nanoTime.getAsLong();
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            log.debug("Playout did not start: {}", e.getMessage());
        } finally {
            begunNanos = null;
        }
    }

    /// Waits for a running call, within the limit.
    ///
    /// @return whether no call is running any more
    boolean close() {
        thread.shutdown();
        if (isLost()) {
            return false;
        }
        try {
            return thread.awaitTermination(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package org.tonewire.app.audio.output;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A device for tests, which never pulls the mix.
///
/// @param mayStart its start waits for this
record StillPlayback(
        double safeMillis,
        String deviceName,
        AtomicInteger starts,
        AtomicInteger closes,
        CountDownLatch mayStart)
        implements Playback {
    StillPlayback(double safeMillis) {
        this(safeMillis, "still", new AtomicInteger(), new AtomicInteger(), new CountDownLatch(0));
    }

    StillPlayback(String name, CountDownLatch mayStart) {
        this(5, name, new AtomicInteger(), new AtomicInteger(), mayStart);
    }

    @Override
    public Problem stalled() {
        return new Problem(Reason.DEVICE_STALLED, deviceName);
    }

    @Override
    public long latencyMicros() {
        return 0;
    }

    boolean closed() {
        return closes.get() > 0;
    }

    @Override
    public void start(Renderer renderer) {
        starts.incrementAndGet();
        try {
            mayStart.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }
}

package org.tonewire.app.audio.output;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.audio.thread.RealtimePriority;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FramePace;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The substitute for a device: pulls the mix at the pace of the monotonic clock and plays nothing,
/// so that meters, the echo reference and recordings of the mix go on. Opened and closed by one
/// thread at a time.
final class NullPlayback implements Playback {
    private static final double SAFE_MILLIS = 5;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private volatile boolean closed;
    private @Nullable Thread thread;

    @Override
    public String deviceName() {
        return "";
    }

    @Override
    public Problem stalled() {
        return Problem.of(Reason.DEVICE_STALLED);
    }

    @Override
    public double safeMillis() {
        return SAFE_MILLIS;
    }

    @Override
    public long latencyMicros() {
        return 0;
    }

    @Override
    public void start(Renderer renderer) {
        Thread running =
                Thread.ofPlatform().daemon().name("null-output").unstarted(() -> run(renderer));
        thread = running;
        running.start();
    }

    private void run(Renderer renderer) {
        RealtimePriority.request();
        float[] unheard = new float[AudioFormat.FRAME_VALUES];
        FramePace pace = new FramePace(System.nanoTime());
        long skipped = 0;
        while (!closed) {
            long wait = pace.waitNanos(System.nanoTime());
            if (wait > 0) {
                LockSupport.parkNanos(this, wait);
            } else {
                renderer.render(unheard, AudioFormat.FRAME_SAMPLES);
                pace.delivered(System.nanoTime(), 0);
                renderer.skipped(pace.skippedSamples() - skipped);
                skipped = pace.skippedSamples();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        LockSupport.unpark(running);
        try {
            var _ = running.join(CLOSE_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

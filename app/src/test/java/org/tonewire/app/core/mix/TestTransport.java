package org.tonewire.app.core.mix;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;

/// A transport with one track, a tone, and with its own thread and clock. Time is handed in: a
/// frame arrives when it is due by the transport's clock, or some milliseconds later.
final class TestTransport implements RemoteTrack {
    private static final double MAX_LATE_NANOS = 3e6;

    /// Found once: to find it takes a lock, for which the threads that measure would wait.
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final TrackId id;
    private final double frequencyHz;
    private final double frameNanos;
    private final Random random;
    private final AtomicLong now;
    private final AtomicLong fed = new AtomicLong(-1);
    private final Thread thread;
    private volatile @Nullable FrameSink sink;
    private volatile boolean stopped;
    private final AtomicLong allocatedBytes = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private double phase;

    /// @param ppm how much faster than the given time its clock runs
    /// @param now the time in nanoseconds, advanced by the test
    TestTransport(String name, double frequencyHz, double ppm, long seed, AtomicLong now) {
        this.id = new TrackId(name);
        this.frequencyHz = frequencyHz;
        this.frameNanos = AudioFormat.FRAME_NANOS / (1 + ppm / 1e6);
        this.random = new Random(seed);
        this.now = now;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    @Override
    public TrackId id() {
        return id;
    }

    @Override
    public void start(FrameSink to) {
        sink = to;
        thread.start();
    }

    @Override
    public void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether every frame that is due by then was delivered.
    boolean hasFed(long nanos) {
        return fed.get() >= nanos;
    }

    /// Bytes that the delivery of frames allocated, after the warm-up.
    long allocatedBytes() {
        return allocatedBytes.get();
    }

    /// How often the delivery of frames waited for a monitor or a lock, after the warm-up.
    long waits() {
        return waits.get();
    }

    private static long waitsOfThisThread() {
        var info = Objects.requireNonNull(THREADS.getThreadInfo(Thread.currentThread().threadId()));
        return info.getBlockedCount() + info.getWaitedCount();
    }

    private void run() {
        FrameSink to = Objects.requireNonNull(sink);
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        long frames = 0;
        double due = 0;
        while (!stopped) {
            long time = now.get();
            while (due <= time) {
                fill(frame);
                long waitsBefore = waitsOfThisThread();
                long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
                to.accept(frame, frames * AudioFormat.FRAME_SAMPLES);
                long bytesAfter = THREADS.getCurrentThreadAllocatedBytes();
                long waitsAfter = waitsOfThisThread();
                frames++;
                if (frames > TransportsTest.WARM_UP_FRAMES) {
                    allocatedBytes.addAndGet(bytesAfter - bytesBefore);
                    waits.addAndGet(waitsAfter - waitsBefore);
                }
                due = frames * frameNanos + random.nextDouble() * MAX_LATE_NANOS;
            }
            fed.set(time);
            LockSupport.parkNanos(TransportsTest.LOOK_NANOS);
        }
    }

    private void fill(float[] frame) {
        for (int i = 0; i < AudioFormat.FRAME_SAMPLES; i++) {
            frame[2 * i] = (float) (TransportsTest.AMPLITUDE * Math.sin(phase));
            frame[2 * i + 1] = frame[2 * i];
            phase += 2 * Math.PI * frequencyHz / AudioFormat.SAMPLE_RATE_HZ;
        }
    }
}

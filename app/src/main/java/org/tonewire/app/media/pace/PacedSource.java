package org.tonewire.app.media.pace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FramePace;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceStream;

/// A source without a device: one thread takes frames from a frame source and delivers them at the
/// pace of a clock. That thread owns the frame source once it runs.
public final class PacedSource implements SourceStream {
    private static final Logger LOG = LoggerFactory.getLogger(PacedSource.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final long FIRST_LIMIT_NANOS = 1_000_000_000L;
    private static final long FIRST_LOOK_NANOS = 1_000_000L;

    private final String label;
    private final FrameSource frameSource;
    private final Runnable raisePriority;
    private final PaceClock clock;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean closed;
    private final AtomicLong frames = new AtomicLong();
    private volatile long restarts;

    /// Set before it is started, which may be later than the call of [#close].
    private volatile @Nullable Thread thread;

    private final CountDownLatch ended = new CountDownLatch(1);

    /// @param raisePriority run by the thread as it starts, so that it is scheduled before others
    public PacedSource(
            String label, FrameSource frameSource, Runnable raisePriority, PaceClock clock) {
        this.raisePriority = raisePriority;
        this.clock = clock;
        this.label = label;
        this.frameSource = frameSource;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void start(FrameSink sink, SourceListener listener) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("started twice");
        }
        Thread running =
                Thread.ofPlatform()
                        .daemon()
                        .name("source")
                        .unstarted(() -> runOnce(sink, listener));
        thread = running;
        running.start();
    }

    @Override
    public SourcePosition position() {
        return frameSource.position();
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(frames.get(), frameSource.gaps() + restarts, 0);
    }

    @Override
    public void close() {
        closed = true;
        frameSource.close();
        Thread running = thread;
        if (running == null || running.equals(Thread.currentThread())) {
            return;
        }
        LockSupport.unpark(running);
        try {
            if (!ended.await(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("A source's thread did not end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce(FrameSink sink, SourceListener listener) {
        try {
            run(sink, listener);
        } finally {
            ended.countDown();
        }
    }

    private void run(FrameSink sink, SourceListener listener) {
        FrameResult last;
        try {
            raisePriority.run();
            awaitFirst();
            last = deliver(sink);
        } catch (RuntimeException bug) {
            LOG.error("A source's thread failed", bug);
            last = new FrameResult.Failed(new Problem(Reason.INTERNAL, label));
        }
        frameSource.close();
        switch (last) {
            case FrameResult.Frame() -> {}
            case FrameResult.Ended() -> listener.ended();
            case FrameResult.Failed(Problem problem) -> listener.failed(problem);
        }
    }

    /// Waits up to a second for the first frame, so that no silence precedes a file's first note
    /// while its decoder starts. After that, frames are silence until sound arrives, as in any gap.
    private void awaitFirst() {
        long start = clock.nanos();
        while (!frameSource.ready() && !closed && clock.nanos() - start < FIRST_LIMIT_NANOS) {
            clock.await(frameSource, FIRST_LOOK_NANOS);
        }
    }

    /// Runs until the frame source ends or this source is closed; returns [FrameResult#FRAME] for
    /// the latter.
    private FrameResult deliver(FrameSink sink) {
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        FramePace pace = new FramePace(clock.nanos());
        long position = 0;
        while (true) {
            long wait = pace.waitNanos(clock.nanos());
            while (wait > 0 && !closed) {
                clock.await(frameSource, wait);
                wait = pace.waitNanos(clock.nanos());
            }
            if (closed) {
                return FrameResult.FRAME;
            }
            FrameResult result = frameSource.next(frame);
            if (!(result instanceof FrameResult.Frame)) {
                return result;
            }
            sink.accept(frame, position + pace.skippedSamples());
            position += AudioFormat.FRAME_SAMPLES;
            frames.incrementAndGet();
            pace.delivered(clock.nanos(), frameSource.fasterPpm());
            restarts = pace.restarts();
        }
    }
}

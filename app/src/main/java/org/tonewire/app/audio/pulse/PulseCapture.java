package org.tonewire.app.audio.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.audio.thread.ClockCheck;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.SourceHealth;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourcePosition;
import org.tonewire.app.core.source.SourceStream;

/// A source or a monitor of a PulseAudio or PipeWire server, on the device's own clock. The thread
/// runs from the opening on; before the start the stream is at rest.
public final class PulseCapture implements SourceStream {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final CompletableFuture<SourceOpening> opening = new CompletableFuture<>();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final ClockCheck clock = new ClockCheck();
    private final Thread thread;
    private volatile @Nullable PulseConnection connection;
    private volatile @Nullable Hearing hearing;
    private volatile boolean closed;
    private volatile String label = "";

    /// Where frames and the end go, once started.
    record Hearing(FrameSink sink, SourceListener listener) {}

    private PulseCapture(DeviceTarget target) {
        CaptureLoop loop = new CaptureLoop(this, target);
        thread = Thread.ofPlatform().daemon().name("capture").unstarted(loop);
    }

    /// Opens a microphone or what this computer plays; blocks until the server agreed or refused.
    ///
    /// @param device empty means the default, which is followed
    public static SourceOpening open(DeviceKind kind, Optional<DeviceId> device) {
        PulseCapture capture = new PulseCapture(new DeviceTarget(kind, device));
        capture.thread.start();
        try {
            return capture.opening.get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            capture.close();
            return new SourceOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
        } catch (InterruptedException _) {
            capture.close();
            Thread.currentThread().interrupt();
            return new SourceOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
        }
    }

    /// The loop's side: it is open.
    void opened(String device, PulseConnection through) {
        label = device;
        connection = through;
        opening.complete(new SourceOpening.Opened(this));
    }

    /// The loop's side: it could not be opened, or broke.
    void failed(Problem problem) {
        connection = null;
        boolean refused = opening.complete(new SourceOpening.Failed(problem));
        Hearing told = hearing;
        if (!refused && told != null && !closed) {
            told.listener().failed(problem);
        }
    }

    /// The loop's side.
    void delivered(long nowNanos) {
        frames.incrementAndGet();
        clock.frame(nowNanos);
    }

    /// The loop's side.
    void gap() {
        gaps.incrementAndGet();
    }

    boolean closed() {
        return closed;
    }

    @Nullable Hearing hearing() {
        return hearing;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void start(FrameSink sink, SourceListener listener) {
        if (hearing != null) {
            throw new IllegalStateException("started twice");
        }
        hearing = new Hearing(sink, listener);
        wake();
    }

    private void wake() {
        PulseConnection current = connection;
        if (current != null) {
            current.wake();
        }
    }

    @Override
    public SourcePosition position() {
        Duration elapsed = Duration.ofNanos(frames.get() * AudioFormat.FRAME_NANOS);
        return new SourcePosition(elapsed, Optional.empty());
    }

    @Override
    public SourceHealth health() {
        return new SourceHealth(frames.get(), gaps.get(), clock.errorPpm());
    }

    @Override
    public void close() {
        closed = true;
        wake();
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(CLOSE_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

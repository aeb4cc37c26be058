package org.tonewire.app.audio.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final ClockCheck clock = new ClockCheck();
    private final StreamThread<SourceOpening> thread;
    private volatile @Nullable Hearing hearing;
    private final AtomicBoolean lostTold = new AtomicBoolean();
    private volatile @Nullable Problem lost;
    private volatile String label = "";

    /// Where frames and the end go, once started.
    record Hearing(FrameSink sink, SourceListener listener) {}

    private PulseCapture(DeviceTarget target) {
        thread = new StreamThread<>("capture", new CaptureLoop(this, target));
    }

    /// Opens a microphone or what this computer plays; blocks until the server agreed or refused.
    ///
    /// @param device empty means the default, which is followed
    public static SourceOpening open(DeviceKind kind, Optional<DeviceId> device) {
        return new PulseCapture(new DeviceTarget(kind, device))
                .thread
                .open()
                .orElseGet(() -> new SourceOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER)));
    }

    /// The loop's side: it is open.
    void opened(String device, PulseConnection through) {
        label = device;
        thread.opened(through, new SourceOpening.Opened(this));
    }

    /// The loop's side: it could not be opened, or broke.
    void failed(Problem problem) {
        if (thread.ended(new SourceOpening.Failed(problem))) {
            lost = problem;
            tellLost();
        }
    }

    /// Once, by whoever is last: the device may be lost before it was to be heard.
    private void tellLost() {
        Hearing told = hearing;
        Problem problem = lost;
        if (told != null && problem != null && lostTold.compareAndSet(false, true)) {
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
        return thread.closed();
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
        thread.wake();
        tellLost();
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
        thread.close();
    }
}

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
/// runs from the opening on; before the start the stream is paused.
public final class PulseCapture implements SourceStream {
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final ClockCheck clock = new ClockCheck();
    private final StreamThread<SourceOpening> thread;
    private volatile @Nullable Receiver receiver;
    private final AtomicBoolean lostReported = new AtomicBoolean();
    private volatile @Nullable Problem lost;
    private volatile String label = "";
    private volatile String streamName = "";

    /// The receivers of frames and of the end, once started.
    record Receiver(FrameSink sink, SourceListener listener) {}

    private PulseCapture(DeviceTarget target) {
        thread = new StreamThread<>("capture", new CaptureLoop(this, target));
    }

    /// Opens a microphone or a monitor of an output; blocks until the server accepts or refuses.
    ///
    /// @param device empty means the default, which is followed
    public static SourceOpening open(DeviceKind kind, Optional<DeviceId> device) {
        return new PulseCapture(new DeviceTarget(kind, device))
                .thread
                .open()
                .orElseGet(() -> new SourceOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER)));
    }

    /// Called by the loop: the stream is open.
    void opened(String device, PulseConnection through) {
        label = device;
        thread.opened(through, new SourceOpening.Opened(this));
    }

    /// Called by the loop: the present device.
    void captures(String device) {
        label = device;
    }

    /// Called by the loop: the stream could not be opened, or failed.
    void failed(Problem problem) {
        if (thread.ended(new SourceOpening.Failed(problem))) {
            lost = problem;
            reportLost();
        }
    }

    /// Reports a loss once, after both the loss and the start: the device may be lost before it is
    /// started.
    private void reportLost() {
        Receiver current = receiver;
        Problem problem = lost;
        if (current != null && problem != null && lostReported.compareAndSet(false, true)) {
            current.listener().failed(problem);
        }
    }

    /// Called by the loop for each frame.
    void delivered(long nowNanos) {
        frames.incrementAndGet();
        clock.frame(nowNanos);
    }

    /// Called by the loop for each gap.
    void gap() {
        gaps.incrementAndGet();
    }

    /// The name to give to the stream; empty for the usual one.
    String streamName() {
        return streamName;
    }

    boolean closed() {
        return thread.closed();
    }

    @Nullable Receiver receiver() {
        return receiver;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void start(FrameSink sink, SourceListener listener) {
        if (receiver != null) {
            throw new IllegalStateException("started twice");
        }
        receiver = new Receiver(sink, listener);
        thread.wake();
        reportLost();
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
    public void call(String name) {
        streamName = name;
        thread.wake();
    }

    @Override
    public void close() {
        thread.close();
    }
}

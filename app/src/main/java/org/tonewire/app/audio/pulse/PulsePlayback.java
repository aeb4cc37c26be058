package org.tonewire.app.audio.pulse;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.audio.output.Playback;
import org.tonewire.app.audio.output.PlaybackOpening;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.mix.Renderer;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A sink of a PulseAudio or PipeWire server. Its thread runs from the opening on and plays silence
/// until it is started.
public final class PulsePlayback implements Playback {
    private final Consumer<Problem> onLost;
    private final StreamThread<PlaybackOpening> thread;
    private volatile @Nullable Renderer renderer;
    private volatile String deviceName = "";
    private volatile String streamName = "";
    private volatile double safeMillis;
    private volatile long latencyMicros;

    private PulsePlayback(DeviceTarget target, Consumer<Problem> onLost) {
        this.onLost = onLost;
        thread = new StreamThread<>("playback", new PlaybackLoop(this, target));
    }

    /// Opens a sink; blocks until the server accepts or refuses. A [PlaybackOpener].
    public static PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost) {
        return new PulsePlayback(new DeviceTarget(DeviceKind.OUTPUT, choice.chosen()), onLost)
                .thread
                .open()
                .orElseGet(() -> new PlaybackOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER)));
    }

    /// Called by the loop: the stream is open.
    void opened(PulseConnection through, double safe) {
        safeMillis = safe;
        thread.opened(through, new PlaybackOpening.Opened(this));
    }

    /// Called by the loop: the present device.
    void plays(String device) {
        deviceName = device;
    }

    /// Called by the loop in every round: the length of the server's queue.
    void queues(long micros) {
        latencyMicros = micros;
    }

    /// Called by the loop: the stream could not be opened, or failed.
    void failed(Problem problem) {
        if (thread.ended(new PlaybackOpening.Failed(problem))) {
            onLost.accept(problem);
        }
    }

    /// The name to give to the stream; empty for the usual one.
    String streamName() {
        return streamName;
    }

    boolean closed() {
        return thread.closed();
    }

    @Nullable Renderer renderer() {
        return renderer;
    }

    @Override
    public String deviceName() {
        return deviceName;
    }

    @Override
    public Problem stalled() {
        return Problem.of(Reason.SOUND_SERVER_STUCK);
    }

    @Override
    public double safeMillis() {
        return safeMillis;
    }

    @Override
    public long latencyMicros() {
        return latencyMicros;
    }

    @Override
    public void start(Renderer starting) {
        renderer = starting;
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

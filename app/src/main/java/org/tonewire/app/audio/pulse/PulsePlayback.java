package org.tonewire.app.audio.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.audio.mix.Playback;
import org.tonewire.app.audio.mix.PlaybackOpening;
import org.tonewire.app.audio.mix.Renderer;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.DeviceKind;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A sink of a PulseAudio or PipeWire server. Its thread runs from the opening on and plays silence
/// until it is started.
public final class PulsePlayback implements Playback {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final CompletableFuture<PlaybackOpening> opening = new CompletableFuture<>();
    private final Consumer<Problem> onLost;
    private final Thread thread;
    private volatile @Nullable PulseConnection connection;
    private volatile @Nullable Renderer renderer;
    private volatile boolean closed;
    private volatile String deviceName = "";
    private volatile double safeMillis;
    private volatile long latencyMicros;

    private PulsePlayback(DeviceTarget target, Consumer<Problem> onLost) {
        this.onLost = onLost;
        PlaybackLoop loop = new PlaybackLoop(this, target);
        thread = Thread.ofPlatform().daemon().name("playback").unstarted(loop);
    }

    /// Opens a sink; blocks until the server agreed or refused. A [PlaybackOpener].
    public static PlaybackOpening open(OutputChoice choice, Consumer<Problem> onLost) {
        Optional<DeviceId> device =
                switch (choice) {
                    case OutputChoice.Chosen(DeviceId id) -> Optional.of(id);
                    case OutputChoice.SystemDefault(), OutputChoice.Nowhere() -> Optional.empty();
                };
        PulsePlayback playback =
                new PulsePlayback(new DeviceTarget(DeviceKind.OUTPUT, device), onLost);
        playback.thread.start();
        try {
            return playback.opening.get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            playback.close();
            return new PlaybackOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
        } catch (InterruptedException _) {
            playback.close();
            Thread.currentThread().interrupt();
            return new PlaybackOpening.Failed(Problem.of(Reason.NO_SOUND_SERVER));
        }
    }

    /// The loop's side: it is open.
    void opened(PulseConnection through, double safe) {
        connection = through;
        safeMillis = safe;
        opening.complete(new PlaybackOpening.Opened(this));
    }

    /// The loop's side: where it plays, and how far ahead.
    void plays(String device, long micros) {
        deviceName = device;
        latencyMicros = micros;
    }

    /// The loop's side: it could not be opened, or broke.
    void failed(Problem problem) {
        connection = null;
        boolean refused = opening.complete(new PlaybackOpening.Failed(problem));
        if (!refused && !closed) {
            onLost.accept(problem);
        }
    }

    boolean closed() {
        return closed;
    }

    @Nullable Renderer renderer() {
        return renderer;
    }

    @Override
    public String deviceName() {
        return deviceName;
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
    public void close() {
        closed = true;
        PulseConnection current = connection;
        if (current != null) {
            current.wake();
        }
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

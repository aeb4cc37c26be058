package org.tonewire.app.audio.pulse;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.device.AudioDevices;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The devices of a PulseAudio or PipeWire server. A separate thread updates the list and connects
/// again when the server is gone; other threads read the last list.
public final class PulseDevices implements AudioDevices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PulseDevices.class);
    private static final int WATCH_MICROS = 10_000_000;
    private static final int COALESCE_MICROS = 60_000;
    private static final long RETRY_NANOS = 500_000_000L;
    private static final long FIRST_ANSWER_SECONDS = 3;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final Thread thread;
    private volatile List<AudioDevice> devices = List.of();
    private volatile boolean reachable;

    /// Somebody was told of no devices before the first answer came.
    private volatile boolean askedTooEarly;

    private volatile boolean closed;
    private volatile @Nullable PulseConnection connection;

    public PulseDevices() {
        thread = Thread.ofPlatform().daemon().name("pulse-devices").start(this::run);
    }

    /// Whether libpulse is on this computer.
    public static boolean supported() {
        return NativeCalls.present();
    }

    /// Whether a server answers now; waits for the first answer.
    public boolean reachable() {
        awaitFirst();
        return reachable;
    }

    /// Whether it is known that no server runs; a busy one may answer later. Waits for the first
    /// answer.
    public boolean refused() {
        awaitFirst();
        return firstAnswer.getCount() == 0 && !reachable;
    }

    @Override
    public List<AudioDevice> list() {
        awaitFirst();
        return devices;
    }

    @Override
    public Optional<Problem> unavailable() {
        return reachable() ? Optional.empty() : Optional.of(Problem.of(Reason.NO_SOUND_SERVER));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void awaitFirst() {
        try {
            if (!firstAnswer.await(FIRST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
                askedTooEarly = true;
                LOG.debug("The sound server has not answered yet");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            boolean busy = false;
            try (PulseConnection opened = PulseConnection.open()) {
                connection = opened;
                watch(opened);
            } catch (PulseException gone) {
                busy = gone.isTimeout();
                LOG.debug("No sound server: {}", gone.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("Watching the sound server failed", bug);
            }
            connection = null;
            if (!busy || firstAnswer.getCount() == 0) {
                publish(false, List.of());
            }
            if (!closed) {
                LockSupport.parkNanos(this, RETRY_NANOS);
            }
        }
    }

    private void watch(PulseConnection server) throws PulseException {
        ServerQuery query = new ServerQuery(server);
        server.watch();
        publish(true, query.take().devices());
        while (!closed && server.alive()) {
            server.iterate(WATCH_MICROS);
            if (server.takeChanged()) {
                settle(server);
                publish(true, query.take().devices());
            }
        }
    }

    /// Waits for the further events that one plugged device causes.
    private static void settle(PulseConnection server) {
        long until = System.nanoTime() + COALESCE_MICROS * 1_000L;
        while (System.nanoTime() < until && server.alive()) {
            server.iterate(COALESCE_MICROS / 4);
        }
        server.takeChanged();
    }

    private void publish(boolean nowReachable, List<AudioDevice> now) {
        boolean first = firstAnswer.getCount() > 0;
        boolean different = reachable != nowReachable || !devices.equals(now);
        devices = now;
        reachable = nowReachable;
        firstAnswer.countDown();
        if (different && (!first || askedTooEarly) && !closed) {
            listeners.forEach(PulseDevices::notify);
        }
    }

    private static void notify(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException bug) {
            LOG.error("A device listener failed", bug);
        }
    }

    @Override
    public void close() {
        closed = true;
        PulseConnection current = connection;
        if (current != null) {
            current.wake();
        }
        LockSupport.unpark(thread);
        try {
            thread.join(java.time.Duration.ofSeconds(2));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

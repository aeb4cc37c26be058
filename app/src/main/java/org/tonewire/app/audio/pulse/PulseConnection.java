package org.tonewire.app.audio.pulse;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// A connection to the sound server with its own main loop, which its one thread iterates. Each
/// step has a time limit, so that a server that does not answer blocks no thread.
///
/// Owned by one thread, which opens and closes it, but for [#wake].
final class PulseConnection implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofMillis(500);
    private static final int NO_AUTOSPAWN = 1;
    private static final int STATE_READY = 4;
    private static final int STATE_FAILED = 5;
    private static final int STEP_MICROS = 50_000;
    private static final int SINKS_SOURCES_SERVER = 0x1 | 0x2 | 0x80;
    private static final MethodType EVENT =
            MethodType.methodType(void.class, long.class, int.class, int.class, long.class);

    private final Arena arena = Arena.ofConfined();
    private final Object waking = new Object();
    private final long mainloop;
    private final long context;
    private boolean freed;
    private boolean changed;

    /// libpulse ends the process where it is called with a loop or a context that it did not make.
    private PulseConnection() throws PulseException {
        mainloop = PulseContextCalls.mainloopNew();
        if (mainloop == 0) {
            arena.close();
            throw new PulseException("No main loop", PulseException.INTERNAL);
        }
        long name = arena.allocateFrom("Tonewire").address();
        context = PulseContextCalls.contextNew(PulseContextCalls.mainloopApi(mainloop), name);
        if (context == 0) {
            PulseContextCalls.mainloopFree(mainloop);
            arena.close();
            throw new PulseException("No context", PulseException.INTERNAL);
        }
    }

    static PulseConnection open() throws PulseException {
        PulseConnection connection = new PulseConnection();
        try {
            connection.connect();
            return connection;
        } catch (PulseException refused) {
            connection.close();
            throw refused;
        }
    }

    private void connect() throws PulseException {
        check("connect", PulseContextCalls.contextConnect(context, 0, NO_AUTOSPAWN, 0));
        await(CONNECT_LIMIT, () -> PulseContextCalls.contextState(context) >= STATE_READY);
        if (!alive()) {
            throw failure("connect");
        }
    }

    /// Subscribes to changes of devices and defaults.
    void watch() {
        long callback = NativeCalls.callback(MethodHandles.lookup(), this, "event", arena, EVENT);
        PulseContextCalls.subscribeCallback(context, callback, 0);
        finish(PulseContextCalls.subscribe(context, SINKS_SOURCES_SERVER, 0, 0));
    }

    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private void event(long sender, int type, int index, long data) {
        changed = true;
    }

    /// Whether something changed since the last call.
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /// Waits for events up to a time limit, and runs their callbacks.
    void iterate(int timeoutMicros) {
        if (PulseContextCalls.mainloopPrepare(mainloop, timeoutMicros) >= 0
                && PulseContextCalls.mainloopPoll(mainloop) >= 0) {
            PulseContextCalls.mainloopDispatch(mainloop);
        }
    }

    void await(Duration limit, BooleanSupplier done) throws PulseException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new PulseException("No answer", PulseException.TIMEOUT);
            }
            if (PulseContextCalls.contextState(context) >= STATE_FAILED) {
                throw failure("Connection lost");
            }
            iterate(STEP_MICROS);
        }
    }

    /// Makes [#iterate] return soon. Any thread.
    void wake() {
        synchronized (waking) {
            if (!freed) {
                PulseContextCalls.mainloopWakeup(mainloop);
            }
        }
    }

    boolean alive() {
        return PulseContextCalls.contextState(context) == STATE_READY;
    }

    /// Why an open stream has ended: its device was unplugged, or the server shuts down, which ends
    /// its streams first.
    Problem streamEnded(String device) {
        long deadline = System.nanoTime() + SHUTDOWN_LIMIT.toNanos();
        while (alive() && System.nanoTime() - deadline < 0) {
            iterate(STEP_MICROS);
        }
        return alive()
                ? new Problem(Reason.DEVICE_GONE, device)
                : Problem.of(Reason.SOUND_SERVER_GONE);
    }

    long context() {
        return context;
    }

    /// Native memory that lives as long as the connection.
    Arena arena() {
        return arena;
    }

    /// Releases an operation whose result is not needed.
    static void finish(long operation) {
        if (operation != 0) {
            PulseContextCalls.operationUnref(operation);
        }
    }

    void check(String what, int result) throws PulseException {
        if (result < 0) {
            throw failure(what);
        }
    }

    PulseException failure(String what) {
        return new PulseException(what, PulseContextCalls.contextErrno(context));
    }

    @Override
    public void close() {
        synchronized (waking) {
            freed = true;
            PulseContextCalls.contextDisconnect(context);
            PulseContextCalls.contextUnref(context);
            PulseContextCalls.mainloopFree(mainloop);
        }
        arena.close();
    }
}

package org.tonewire.app.audio.thread;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/// What libpulse is to think of the latency that somebody else's native code asks for. libwebrtc
/// asks for 20 ms in two halves, which leaves the device nothing: PulseAudio then renders for all
/// in pieces of half a millisecond. libpulse lets the environment overrule a program
/// (`PULSE_LATENCY_MSEC`), read whenever a stream connects; 40 ms become 10 for the device and
/// requests of 10. Linux only; any thread.
public final class LatencyWish {
    private static final String VARIABLE = "PULSE_LATENCY_MSEC";
    private static final String MILLIS = "40";
    private static final ReentrantLock ENVIRONMENT = new ReentrantLock();
    private static final Optional<MethodHandle> SETTER = setter();

    private LatencyWish() {}

    /// Nothing where there is no libpulse, or where the user has a wish.
    private static Optional<MethodHandle> setter() {
        if (!System.getProperty("os.name", "").startsWith("Linux")
                || System.getenv(VARIABLE) != null) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor descriptor =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        return linker.defaultLookup()
                .find("setenv")
                .map(address -> linker.downcallHandle(address, descriptor));
    }

    /// For the streams that native code opens in here.
    public static void during(Runnable start) {
        ENVIRONMENT.lock();
        try {
            SETTER.ifPresent(setter -> set(setter, MILLIS));
            start.run();
        } finally {
            SETTER.ifPresent(setter -> set(setter, ""));
            ENVIRONMENT.unlock();
        }
    }

    /// For a stream of ours, which says itself what it wants: waits while the wish is in force.
    public static int without(IntSupplier connect) {
        ENVIRONMENT.lock();
        try {
            return connect.getAsInt();
        } finally {
            ENVIRONMENT.unlock();
        }
    }

    /// The variable stays in the environment: only a first setting makes the C library move it all,
    /// under the eyes of other threads. What is no number does not count.
    private static void set(MethodHandle setter, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(VARIABLE);
            int _ = (int) setter.invokeExact(name, arena.allocateFrom(value), 1);
        } catch (Throwable failure) {
            throw new IllegalStateException("Setting an environment variable broke", failure);
        }
    }
}

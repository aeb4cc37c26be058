package org.tonewire.app.audio.thread;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Requests a real-time priority for an audio thread, as libwebrtc does for its own. It is granted
/// where the user may have it (the `rtprio` limit, which audio groups often have); where it is
/// refused, nothing changes. Linux only: elsewhere the system's own audio threads run the
/// callbacks.
public final class RealtimePriority {
    private static final int USUAL = 0;
    private static final int ROUND_ROBIN = 2;
    private static final int PRIORITY = 8;
    private static final Optional<Calls> CALLS = calls();

    private RealtimePriority() {}

    private record Calls(MethodHandle self, MethodHandle schedule) {}

    private static Optional<Calls> calls() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor self = FunctionDescriptor.of(ValueLayout.JAVA_LONG);
        FunctionDescriptor schedule =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS);
        return linker.defaultLookup()
                .find("pthread_self")
                .flatMap(address ->
                        linker.defaultLookup()
                                .find("pthread_setschedparam")
                                .map(set ->
                                        new Calls(
                                                linker.downcallHandle(address, self),
                                                linker.downcallHandle(set, schedule))));
    }

    /// Requests it for the calling thread, a platform thread.
    public static void request() {
        CALLS.ifPresent(calls -> set(calls, ROUND_ROBIN, PRIORITY));
    }

    /// Requests it for threads that native code starts meanwhile: they inherit it from the calling
    /// thread, whose priority is restored afterwards.
    public static void inherit(Runnable start) {
        request();
        try {
            start.run();
        } finally {
            CALLS.ifPresent(calls -> set(calls, USUAL, 0));
        }
    }

    private static void set(Calls calls, int policy, int priority) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
            long self = (long) calls.self().invokeExact();
            int _ = (int) calls.schedule().invokeExact(self, policy, parameter);
        } catch (Throwable failure) {
            throw new IllegalStateException("Setting a thread's priority failed", failure);
        }
    }
}

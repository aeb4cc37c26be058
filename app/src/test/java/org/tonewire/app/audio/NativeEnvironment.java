package org.tonewire.app.audio;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The environment as native libraries of this process read it. Java itself, and the processes that
/// it starts, stay with that of its start.
final class NativeEnvironment {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle SET =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("setenv"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS,
                            ValueLayout.ADDRESS,
                            ValueLayout.JAVA_INT));
    private static final MethodHandle UNSET =
            LINKER.downcallHandle(
                    LINKER.defaultLookup().findOrThrow("unsetenv"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

    private NativeEnvironment() {}

    static void set(String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            check((int) SET.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /// Sets the value that it had when this process started.
    static void restore(String name) {
        String before = System.getenv(name);
        if (before != null) {
            set(name, before);
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            check((int) UNSET.invokeExact(arena.allocateFrom(name)));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void check(int result) {
        if (result != 0) {
            throw new IllegalStateException("the environment cannot be changed");
        }
    }
}

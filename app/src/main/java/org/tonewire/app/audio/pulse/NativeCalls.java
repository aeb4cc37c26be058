package org.tonewire.app.audio.pulse;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Optional;

/// Finds libpulse and its functions.
final class NativeCalls {
    /// The whole memory: addresses from libpulse are read through it, without allocation.
    static final MemorySegment MEMORY = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final String LIBRARY = "libpulse.so.0";
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Optional<SymbolLookup> SYMBOLS = lookup();
    private static final int MAX_TEXT_BYTES = 4_096;

    private NativeCalls() {}

    private static Optional<SymbolLookup> lookup() {
        try {
            return Optional.of(SymbolLookup.libraryLookup(LIBRARY, Arena.global()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether libpulse is on this computer.
    static boolean present() {
        return SYMBOLS.isPresent();
    }

    static MethodHandle function(String name, Class<?> result, Class<?>... arguments) {
        SymbolLookup symbols =
                SYMBOLS.orElseThrow(() -> new IllegalStateException(LIBRARY + " is absent"));
        return LINKER.downcallHandle(symbols.findOrThrow(name), descriptor(result, arguments));
    }

    /// Makes a C function of one of an object's methods, valid as long as the arena. The method
    /// must not throw, which would end the process.
    static long callback(
            MethodHandles.Lookup lookup,
            Object target,
            String method,
            Arena arena,
            MethodType type) {
        try {
            MethodHandle bound = lookup.bind(target, method, type);
            FunctionDescriptor descriptor = descriptor(type.returnType(), type.parameterArray());
            return LINKER.upcallStub(bound, descriptor, arena).address();
        } catch (NoSuchMethodException | IllegalAccessException bug) {
            throw new IllegalStateException(method, bug);
        }
    }

    private static FunctionDescriptor descriptor(Class<?> result, Class<?>... arguments) {
        MemoryLayout[] layouts =
                Arrays.stream(arguments).map(NativeCalls::layout).toArray(MemoryLayout[]::new);
        return result == void.class
                ? FunctionDescriptor.ofVoid(layouts)
                : FunctionDescriptor.of(layout(result), layouts);
    }

    private static MemoryLayout layout(Class<?> type) {
        return type == long.class ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
    }

    /// A C string, truncated when it is unreasonably long; empty for NULL.
    static String text(long address) {
        if (address == 0) {
            return "";
        }
        int length = 0;
        while (length < MAX_TEXT_BYTES
                && MEMORY.get(ValueLayout.JAVA_BYTE, address + length) != 0) {
            length++;
        }
        byte[] bytes = new byte[length];
        MemorySegment.copy(MEMORY, ValueLayout.JAVA_BYTE, address, bytes, 0, length);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    static long address(long at) {
        return MEMORY.get(ValueLayout.JAVA_LONG, at);
    }

    static int number(long at) {
        return MEMORY.get(ValueLayout.JAVA_INT, at);
    }

    /// Wraps what a downcall handle declares to throw but never does.
    static IllegalStateException broken(Throwable failure) {
        return new IllegalStateException("A call to libpulse failed", failure);
    }
}

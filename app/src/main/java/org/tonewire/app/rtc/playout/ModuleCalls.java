package org.tonewire.app.rtc.playout;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.rtc.sound.RenderPace;

/// The functions of libwebrtc's device module for received sound, replaced by this class, and the
/// call that pulls that sound. Native code calls the functions on its worker thread; the pull
/// thread pulls. Native memory is never freed, as a module may outlive its owner.
final class ModuleCalls {
    private static final int DONE = 0;
    private static final long SAMPLE_BYTES = (long) Short.BYTES * AudioFormat.CHANNELS;
    private static final long POLL_NANOS = 100_000;
    private static final int MAX_POLLS = 20_000;
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle NEED_MORE_DATA =
            LINKER.downcallHandle(
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.JAVA_LONG));

    private final ModuleSymbols symbols;
    private final MemorySegment table;
    private final long mixed =
            Arena.global().allocate(SAMPLE_BYTES * AudioFormat.FRAME_SAMPLES, Long.BYTES).address();
    private final long results = Arena.global().allocate(3 * Long.BYTES, Long.BYTES).address();
    private final PullThread thread;

    /// Odd while a frame is being pulled.
    private final AtomicInteger pullCounter = new AtomicInteger();

    private volatile @Nullable Transport transport;

    /// @param pace gets the number of samples that were not pulled, on the pull thread
    ModuleCalls(ModuleSymbols symbols, RenderPace pace) {
        this.symbols = symbols;
        thread = new PullThread(this::pull, pace::skipped);
        int header = ModuleSymbols.HEADER_WORDS;
        long words = (long) header + ModuleSymbols.COUNT;
        MemorySegment copied =
                MemorySegment.ofAddress(symbols.functions().address() - (long) header * Long.BYTES)
                        .reinterpret(words * Long.BYTES);
        table = Arena.global().allocate(ValueLayout.JAVA_LONG, words).copyFrom(copied);
        MethodType simple = MethodType.methodType(int.class, long.class);
        put(symbols.register(), "register", simple.appendParameterTypes(long.class));
        put(symbols.start(), "start", simple);
        put(symbols.stop(), "stop", simple);
        put(symbols.playing(), "playing", MethodType.methodType(boolean.class, long.class));
    }

    /// The native object that delivers received sound.
    private record Transport(long object, MemorySegment needMoreData) {}

    /// The module's functions, with those of this class among them.
    MemorySegment functions() {
        return table.asSlice((long) ModuleSymbols.HEADER_WORDS * Long.BYTES);
    }

    PullThread thread() {
        return thread;
    }

    private void put(int position, String method, MethodType type) {
        try {
            MethodHandle bound = MethodHandles.lookup().bind(this, method, type);
            long address = LINKER.upcallStub(bound, descriptor(type), Arena.global()).address();
            functions().setAtIndex(ValueLayout.JAVA_LONG, position, address);
        } catch (NoSuchMethodException | IllegalAccessException bug) {
            throw new IllegalStateException(method, bug);
        }
    }

    private static FunctionDescriptor descriptor(MethodType type) {
        FunctionDescriptor descriptor =
                FunctionDescriptor.of(
                        type.returnType() == boolean.class
                                ? ValueLayout.JAVA_BOOLEAN
                                : ValueLayout.JAVA_INT);
        for (int i = 0; i < type.parameterCount(); i++) {
            descriptor = descriptor.appendArgumentLayouts(ValueLayout.JAVA_LONG);
        }
        return descriptor;
    }

    /// `RegisterAudioCallback`: the transport registered before is not used after this returns.
    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private int register(long module, long object) {
        transport = object == 0 ? null : transport(object);
        awaitPull();
        return DONE;
    }

    private Transport transport(long object) {
        long position = (long) symbols.needMoreData() * Long.BYTES;
        long functions = word(object);
        return new Transport(object, MemorySegment.ofAddress(word(functions + position)));
    }

    private static long word(long address) {
        return MemorySegment.ofAddress(address)
                .reinterpret(Long.BYTES)
                .get(ValueLayout.JAVA_LONG, 0);
    }

    /// `StartPlayout`
    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private int start(long module) {
        thread.play();
        return DONE;
    }

    /// `StopPlayout`
    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private int stop(long module) {
        thread.pause();
        return DONE;
    }

    /// `Playing`
    @SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable"})
    private boolean playing(long module) {
        return thread.playing();
    }

    /// Pulls one frame of every received track; their mix is not used.
    private void pull() {
        pullCounter.incrementAndGet();
        try {
            Transport current = transport;
            if (current != null) {
                int _ = needMoreData(current);
            }
        } finally {
            pullCounter.incrementAndGet();
        }
    }

    private int needMoreData(Transport current) {
        try {
            return (int)
                    NEED_MORE_DATA.invokeExact(
                            current.needMoreData(),
                            current.object(),
                            (long) AudioFormat.FRAME_SAMPLES,
                            SAMPLE_BYTES,
                            (long) AudioFormat.CHANNELS,
                            AudioFormat.SAMPLE_RATE_HZ,
                            mixed,
                            results,
                            results + Long.BYTES,
                            results + 2 * Long.BYTES);
        } catch (Throwable failure) {
            throw new IllegalStateException("Pulling received sound failed", failure);
        }
    }

    private void awaitPull() {
        int seen = pullCounter.get();
        for (int i = 0; (seen & 1) == 1 && pullCounter.get() == seen && i < MAX_POLLS; i++) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

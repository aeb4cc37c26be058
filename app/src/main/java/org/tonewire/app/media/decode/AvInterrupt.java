package org.tonewire.app.media.decode;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/// Interrupts a blocked read or connect: at its deadline, or when another thread calls [#end].
/// FFmpeg calls one native function for all inputs (JavaCPP has only a few); each input has a few
/// numbers in native memory.
///
/// Owned by the decoding thread, except for [#end].
final class AvInterrupt implements AutoCloseable {
    static final long WITHOUT_LIMIT = Long.MAX_VALUE / 4;

    private static final Check CHECK = new Check();
    private static final int DEADLINE = 0;
    private static final int ENDED = 1;
    private static final int CHECKS = 2;
    private static final int MAX_CHECKS = 3;

    private final LongPointer state = new LongPointer(4);
    private final AtomicBoolean ended = new AtomicBoolean();
    private boolean closed;

    AvInterrupt() {
        allow(WITHOUT_LIMIT);
        state.put(ENDED, 0);
        allowChecks(Long.MAX_VALUE);
    }

    /// Makes every call fail from here on. Any thread.
    synchronized void end() {
        ended.set(true);
        if (!closed) {
            state.put(ENDED, 1);
        }
    }

    boolean ended() {
        return ended.get();
    }

    /// Limits the total time of the calls that follow.
    void allow(long nanos) {
        state.put(DEADLINE, System.nanoTime() + nanos);
    }

    /// Limits the checks in the calls that follow; each layer between a reader and the network
    /// checks once or more.
    void allowChecks(long most) {
        state.put(CHECKS, 0);
        state.put(MAX_CHECKS, most);
    }

    /// The checks since [#allowChecks], the one that failed among them.
    long checks() {
        return state.get(CHECKS);
    }

    /// Writes the check into an input's own structure.
    void into(AVIOInterruptCB structure) {
        structure.callback(CHECK).opaque(state);
    }

    /// Frees the native numbers. To be called when no input refers to them.
    @Override
    public synchronized void close() {
        closed = true;
        state.close();
    }

    /// Called from whatever thread waits inside FFmpeg.
    private static final class Check extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer opaque) {
            try {
                LongPointer state = new LongPointer(opaque);
                long checks = state.get(CHECKS) + 1;
                state.put(CHECKS, checks);
                boolean over =
                        checks > state.get(MAX_CHECKS)
                                || System.nanoTime() - state.get(DEADLINE) > 0;
                return over || state.get(ENDED) != 0 ? 1 : 0;
            } catch (Throwable _) {
                return 1;
            }
        }
    }
}

package org.tonewire.app.audio.thread;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;

/// Makes frames of 10 ms from pieces of any size, and counts their positions. Owned by the capture
/// thread.
public final class NativeFramer {
    private final float[] frame = new float[AudioFormat.FRAME_VALUES];
    private int filled;
    private long position;

    /// Begins a new stream, at position 0.
    public void begin() {
        filled = 0;
        position = 0;
    }

    /// Takes values from native memory.
    public void take(MemorySegment memory, long offset, int values, FrameSink sink) {
        int taken = 0;
        while (taken < values) {
            int part = Math.min(frame.length - filled, values - taken);
            MemorySegment.copy(
                    memory,
                    ValueLayout.JAVA_FLOAT_UNALIGNED,
                    offset + (long) taken * Float.BYTES,
                    frame,
                    filled,
                    part);
            taken += part;
            advance(part, sink);
        }
    }

    /// Inserts silence where sound was lost, so that later frames keep their position.
    public void takeSilence(int values, FrameSink sink) {
        int taken = 0;
        while (taken < values) {
            int part = Math.min(frame.length - filled, values - taken);
            Arrays.fill(frame, filled, filled + part, 0f);
            taken += part;
            advance(part, sink);
        }
    }

    private void advance(int part, FrameSink sink) {
        filled += part;
        if (filled == frame.length) {
            filled = 0;
            sink.accept(frame, position);
            position += AudioFormat.FRAME_SAMPLES;
        }
    }
}

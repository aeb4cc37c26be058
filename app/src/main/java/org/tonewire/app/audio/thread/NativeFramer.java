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
    private boolean mono;
    private int filled;
    private long position;

    /// Begins a new stream, at position 0.
    ///
    /// @param channels 2, or 1 that goes to both sides
    public void begin(int channels) {
        mono = channels == 1;
        filled = 0;
        position = 0;
    }

    /// Takes values from native memory.
    public void take(MemorySegment memory, long offset, int values, FrameSink sink) {
        if (mono) {
            takeMono(memory, offset, values, sink);
            return;
        }
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

    private void takeMono(MemorySegment memory, long offset, int values, FrameSink sink) {
        for (int i = 0; i < values; i++) {
            long at = offset + (long) i * Float.BYTES;
            float value = memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
            frame[filled] = value;
            frame[filled + 1] = value;
            advance(AudioFormat.CHANNELS, sink);
        }
    }

    /// Inserts silence where sound was lost, so that later frames keep their position.
    public void takeSilence(int lost, FrameSink sink) {
        int values = mono ? lost * AudioFormat.CHANNELS : lost;
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

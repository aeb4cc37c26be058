package org.tonewire.app.store.wav;

import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.app.core.audio.AudioFormat;

/// A bounded queue of frames and their positions, from one producing thread to one consuming
/// thread. Neither side waits or allocates.
final class FrameRing {
    private final long[] positions;
    private final float[] samples;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /// @param capacity in frames
    FrameRing(int capacity) {
        positions = new long[capacity];
        samples = new float[capacity * AudioFormat.FRAME_VALUES];
    }

    /// Puts a copy of a frame in, unless the ring is full. Producer.
    ///
    /// @return whether there was room
    boolean write(float[] frame, long position) {
        long head = written.getPlain();
        if (head - taken.getAcquire() == positions.length) {
            return false;
        }
        int slot = slot(head);
        positions[slot] = position;
        System.arraycopy(
                frame, 0, samples, slot * AudioFormat.FRAME_VALUES, AudioFormat.FRAME_VALUES);
        written.setRelease(head + 1);
        return true;
    }

    /// Whether [#read(float[])] has something to take. Consumer.
    boolean hasNext() {
        return written.getAcquire() > taken.getPlain();
    }

    /// Takes the oldest frame; there must be one. Consumer.
    ///
    /// @param frame receives the samples
    /// @return its position
    long read(float[] frame) {
        long tail = taken.getPlain();
        int slot = slot(tail);
        long position = positions[slot];
        System.arraycopy(
                samples, slot * AudioFormat.FRAME_VALUES, frame, 0, AudioFormat.FRAME_VALUES);
        taken.setRelease(tail + 1);
        return position;
    }

    private int slot(long index) {
        return (int) (index % positions.length);
    }
}

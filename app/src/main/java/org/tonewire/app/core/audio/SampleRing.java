package org.tonewire.app.core.audio;

import java.util.concurrent.atomic.AtomicLong;

/// A bounded queue of samples from one producing thread to one consuming thread. Neither side waits
/// or allocates.
public final class SampleRing {
    private final float[] values;
    private final int mask;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /// @param minimumValues how many it must hold; rounded up to a power of two
    public SampleRing(int minimumValues) {
        int capacity = Integer.highestOneBit(Math.max(2, minimumValues) - 1) << 1;
        this.values = new float[capacity];
        this.mask = capacity - 1;
    }

    public int capacity() {
        return values.length;
    }

    /// Values that can be read. Exact for the consumer; other threads get a moment's approximation.
    public int readable() {
        return (int) (written.getAcquire() - taken.getAcquire());
    }

    /// Writes as many values as there is room for. Producer.
    ///
    /// @return how many
    public int write(float[] from, int offset, int count) {
        long head = written.getPlain();
        int room = values.length - (int) (head - taken.getAcquire());
        int moved = Math.min(room, count);
        int start = (int) head & mask;
        int first = Math.min(moved, values.length - start);
        System.arraycopy(from, offset, values, start, first);
        System.arraycopy(from, offset + first, values, 0, moved - first);
        written.setRelease(head + moved);
        return moved;
    }

    /// Reads up to `count` values. Consumer.
    ///
    /// @return how many
    public int read(float[] to, int offset, int count) {
        long tail = taken.getPlain();
        int moved = Math.min((int) (written.getAcquire() - tail), count);
        int start = (int) tail & mask;
        int first = Math.min(moved, values.length - start);
        System.arraycopy(values, start, to, offset, first);
        System.arraycopy(values, 0, to, offset + first, moved - first);
        taken.setRelease(tail + moved);
        return moved;
    }

    /// Drops up to `count` values. Consumer.
    ///
    /// @return how many
    public int skip(int count) {
        long tail = taken.getPlain();
        int moved = Math.min((int) (written.getAcquire() - tail), count);
        taken.setRelease(tail + moved);
        return moved;
    }
}

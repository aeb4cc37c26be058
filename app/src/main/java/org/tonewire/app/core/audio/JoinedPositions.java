package org.tonewire.app.core.audio;

import java.util.function.LongSupplier;

/// Puts successive streams on one time line, by the monotonic clock: the time between the end of
/// one and the beginning of the next is a gap in positions. Owned by the audio thread that runs the
/// streams; allocates nothing.
public final class JoinedPositions {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LongSupplier nanoTime;

    /// What is added to the stream's own positions.
    private long offset;

    /// Where the stream's next frame is expected, in the stream's clock.
    private long streamEnd;

    /// The first position after all placed frames, on the time line.
    private long end;

    private long placed;
    private long placedNanos;

    public JoinedPositions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Places a frame that arrives now.
    ///
    /// @param position in the stream's clock; lower than expected means that a new stream begins
    /// @return its position on the time line
    public long place(long position) {
        long now = nanoTime.getAsLong();
        if (position < streamEnd) {
            offset = Math.max(end, placed + samples(now - placedNanos)) - position;
        }
        placed = offset + position;
        placedNanos = now;
        streamEnd = position + AudioFormat.FRAME_SAMPLES;
        end = placed + AudioFormat.FRAME_SAMPLES;
        return placed;
    }

    /// Places a frame right after the last one, whenever it arrives.
    long append() {
        long position = end;
        end += AudioFormat.FRAME_SAMPLES;
        return position;
    }

    private static long samples(long nanos) {
        return nanos / NANOS_PER_SECOND * AudioFormat.SAMPLE_RATE_HZ
                + nanos % NANOS_PER_SECOND * AudioFormat.SAMPLE_RATE_HZ / NANOS_PER_SECOND;
    }
}

package org.tonewire.app.media.pace;

import org.tonewire.app.core.source.SourcePosition;

/// Makes frames and never blocks. Called by one pacing thread.
public interface FrameSource extends AutoCloseable {
    /// Fills the frame. Neither blocks nor allocates.
    FrameResult next(float[] frame);

    /// Whether the first frame, or the end, is available: until then a source's clock need not
    /// start.
    default boolean ready() {
        return true;
    }

    /// Any thread.
    SourcePosition position();

    /// Times that sound was missing. Any thread.
    default long gaps() {
        return 0;
    }

    /// How much faster than the monotonic clock frames are to be delivered, in parts per million.
    default int fasterPpm() {
        return 0;
    }

    /// Ends the producer of the sound, without waiting for it. Idempotent, any thread.
    @Override
    default void close() {}
}

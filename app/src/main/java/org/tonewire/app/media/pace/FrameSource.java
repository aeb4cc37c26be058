package org.tonewire.app.media.pace;

import org.tonewire.app.core.source.SourcePosition;

/// A supplier of frames that never blocks. Called by one pacing thread.
public interface FrameSource extends AutoCloseable {
    /// Fills the frame. Neither blocks nor allocates.
    FrameResult next(float[] frame);

    /// Whether the first frame, or the end, is there: before, a source's clock need not start.
    default boolean ready() {
        return true;
    }

    /// Any thread.
    SourcePosition position();

    /// Times that sound was missing. Any thread.
    default long gaps() {
        return 0;
    }

    /// How much faster than the monotonic clock its sound comes in, as far as it can tell.
    default int fasterPpm() {
        return 0;
    }

    /// Ends whatever makes the sound, without waiting for it. Idempotent, any thread.
    @Override
    default void close() {}
}

package org.tonewire.app.core.record;

import org.tonewire.app.core.audio.FrameSink;

/// One track that is being recorded. Frames come from one audio thread and are copied. They are
/// written at their positions: where some are missing, or storage is too slow, the file has
/// silence.
public interface RecordedTrack extends FrameSink, AutoCloseable {
    /// Ends the file. Does not wait; later frames are ignored. Idempotent.
    @Override
    void close();
}

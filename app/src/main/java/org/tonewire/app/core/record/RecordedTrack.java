package org.tonewire.app.core.record;

import org.tonewire.app.core.audio.FrameSink;

/// A track on its way into a file. Frames come from one audio thread and are copied. The file keeps
/// the time of their positions: where some are missing, or storage is too slow, it has silence.
public interface RecordedTrack extends FrameSink, AutoCloseable {
    /// The file ends here. Does not wait; frames that still come are passed over. Idempotent.
    @Override
    void close();
}

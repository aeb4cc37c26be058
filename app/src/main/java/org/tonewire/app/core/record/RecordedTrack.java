package org.tonewire.app.core.record;

import org.tonewire.app.core.audio.FrameSink;

/// A track on its way into a file. Frames come from one audio thread and are copied; what storage
/// is too slow for becomes silence, so that the file keeps its time.
public interface RecordedTrack extends FrameSink, AutoCloseable {
    /// The file ends here. Does not wait; frames that still come are passed over. Idempotent.
    @Override
    void close();
}

package org.tonewire.app.core.device;

import org.tonewire.app.core.audio.FrameSink;

/// One track's stream into the output device. [#accept(float[])] is called by the one thread that
/// renders received sound; the rest by the session thread.
public interface TrackOutput extends FrameSink, AutoCloseable {
    /// Frames queued but not yet played, in microseconds. Any thread.
    long queuedMicros();

    /// Times the queue ran empty while the track was playing. Any thread.
    long underruns();

    @Override
    void close();
}

package org.tonewire.app.core.link;

import org.tonewire.app.core.audio.FrameSink;

/// A track that comes in. Session thread.
public interface RemoteTrack {
    TrackId id();

    /// Sends every 10 ms of the track to the sink, from the one thread that renders received sound.
    /// Called once.
    void listen(FrameSink sink);

    /// No frame comes after this returns. Idempotent.
    void stop();
}

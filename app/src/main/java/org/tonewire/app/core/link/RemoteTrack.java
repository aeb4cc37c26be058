package org.tonewire.app.core.link;

import org.tonewire.app.core.audio.FrameSink;

/// A track that comes in over some transport. Every transport is one implementation: RTP is one,
/// others may bring tracks beside it at the same time. Session thread.
public interface RemoteTrack {
    TrackId id();

    /// Sends every 10 ms of the track to the sink, from one thread of the transport's and at the
    /// transport's own pace, with positions in the track's clock. Other tracks may come from other
    /// threads. Called once.
    void listen(FrameSink sink);

    /// No frame comes after this returns. Idempotent.
    void stop();
}

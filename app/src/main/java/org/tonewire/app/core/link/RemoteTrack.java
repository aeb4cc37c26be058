package org.tonewire.app.core.link;

import org.tonewire.app.core.audio.FrameSink;

/// A received track of some transport. Every transport has one implementation: RTP is one, others
/// may be used at the same time. Session thread.
public interface RemoteTrack {
    TrackId id();

    /// Starts to send every 10 ms of the track to the sink, from one thread of the transport and at
    /// the transport's own pace, with positions in the track's clock. Other tracks may come from
    /// other threads. Called once.
    void start(FrameSink sink);

    /// No frame is delivered after this returns. Idempotent.
    void stop();
}

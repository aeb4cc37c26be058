package org.tonewire.app.core.link;

import org.tonewire.app.core.audio.FrameSink;

/// Feeds a local track into every link that offers it. [#accept(float[], long)] is called by the
/// source's one thread; a feed stays usable while links come and go. A transport that keeps time
/// sends the frames' positions; RTP counts samples by itself. Closed by the session thread after
/// the source's thread has ended.
public interface TrackFeed extends FrameSink, AutoCloseable {
    @Override
    void close();
}

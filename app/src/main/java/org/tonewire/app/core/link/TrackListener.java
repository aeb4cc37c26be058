package org.tonewire.app.core.link;

/// Told of a link's incoming tracks, as a [LinkListener] is: on the session thread, and never after
/// the link's `close()`.
public interface TrackListener {
    void trackAdded(RemoteTrack track);

    void trackRemoved(TrackId id);
}

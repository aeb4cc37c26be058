package org.tonewire.app.core.link;

/// Receives the events of a link's remote tracks: on the session thread, and never after the link's
/// `close()`.
public interface TrackListener {
    void trackAdded(RemoteTrack track);

    void trackRemoved(TrackId id);
}

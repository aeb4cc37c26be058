package org.tonewire.app.core.link;

/// Told of a link's incoming tracks. Calls come from native threads: hand over and return at once.
public interface TrackListener {
    void trackAdded(RemoteTrack track);

    void trackRemoved(TrackId id);
}

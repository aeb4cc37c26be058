package org.tonewire.app.core.peer;

import java.util.List;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;

/// What the peers of a session need of it. Session thread.
public interface PeerHost {
    /// The tracks that every link offers.
    List<SendTrack> sendTracks();

    /// This participant's name and tracks, as they are sent to others.
    ControlMessage.State state();

    /// Adds a received track to the output.
    TrackChannel openTrack(TrackKey key, RemoteTrack track);

    /// A participant has every track of the last offer, or has left: see [Peers#areSettled()].
    void settledChanged();

    void emit(SessionEvent event);
}

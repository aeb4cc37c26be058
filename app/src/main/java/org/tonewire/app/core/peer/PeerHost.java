package org.tonewire.app.core.peer;

import java.util.List;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;

/// What the participants of a room need of their session. Session thread.
public interface PeerHost {
    /// The tracks that every link offers.
    List<SendTrack> published();

    /// What this participant says of itself.
    ControlMessage.State state();

    /// Lets a received track sound.
    TrackChannel openTrack(TrackKey key, RemoteTrack track);

    /// Another participant has every track of the last offer, or has left: see
    /// [Peers#areSettled()].
    void settledChanged();

    void emit(SessionEvent event);
}

package org.tonewire.app.core.peer;

import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// What the peers of a session need of it. Session thread.
public interface PeerHost {
    /// The tracks that every link offers.
    List<SendTrack> sendTracks();

    /// What a participant is sent when its control channel opens: the name and the tracks of this
    /// one, and a new secret of the room.
    List<ControlMessage> greeting(IdentityKey to);

    /// A participant sent a message about the secret of the room.
    ///
    /// @return what is wrong with it; the message changes nothing then
    Optional<Problem> secretReceived(ControlMessage message);

    /// Adds a received track to the output.
    TrackChannel openTrack(TrackKey key, RemoteTrack track);

    /// A participant has every track of the last offer, or has left: see [Peers#areSettled()].
    void settledChanged();

    /// Also calls [Peers#happened(SessionEvent)].
    void emit(SessionEvent event);
}

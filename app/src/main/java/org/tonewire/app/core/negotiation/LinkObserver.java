package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;

/// Receives the events of the two links with one participant. Session thread.
public interface LinkObserver {
    void linkChanged(Direction direction, LinkState state);

    /// The participant has every track of the last offer.
    void sendLinkSettled();

    /// Another receive link replaced the one before: its tracks are gone.
    void receiveLinkReplaced();

    void trackAdded(RemoteTrack track);

    void trackRemoved(TrackId id);

    void controlReceived(ControlMessage message);

    /// The control channel to the participant is open; no state has been sent on it yet.
    void controlOpened();

    /// A problem with the link of this direction.
    void problem(Direction direction, Problem problem);
}

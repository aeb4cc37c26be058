package org.tonewire.app.core.exchange;

import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.problem.Problem;

/// Told by the links to and from one participant, on the session thread.
public interface LinkObserver {
    void linkChanged(boolean receiveLink, LinkState state);

    /// Another connection takes the place of the one before: its tracks are gone.
    void incomingBegins();

    void trackAdded(RemoteTrack track);

    void trackRemoved(TrackId id);

    void controlReceived(ControlMessage message);

    /// The control channel to them is open: they know nothing yet.
    void controlOpened();

    void problem(Problem problem);
}

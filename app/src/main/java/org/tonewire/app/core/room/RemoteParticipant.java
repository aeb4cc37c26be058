package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The state of a remote participant.
///
/// @param code the words that the participant can read out, to show that it is them
/// @param receiveState the state of the link from the participant
/// @param sendState the state of the link to the participant
public record RemoteParticipant(
        IdentityKey id,
        String name,
        VerifyCode code,
        LinkState receiveState,
        LinkState sendState,
        List<ReceivedTrackState> tracks) {
    /// As many can be in a session, since each costs links and threads.
    public static final int MOST = 32;

    public RemoteParticipant {
        tracks = List.copyOf(tracks);
    }
}

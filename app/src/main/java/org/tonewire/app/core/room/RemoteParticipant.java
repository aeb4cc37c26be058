package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.trust.VerifyCode;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The state of a remote participant.
///
/// @param code the words that the participant can read out, to show that it is them
/// @param role a guest only listens
public record RemoteParticipant(
        IdentityKey id,
        String name,
        VerifyCode code,
        Role role,
        Links links,
        List<ReceivedTrackState> tracks) {
    /// As many can be in a session, since each costs links and threads.
    public static final int MOST = 32;

    /// Of these at most so many guests.
    public static final int MOST_GUESTS = 16;

    public RemoteParticipant {
        tracks = List.copyOf(tracks);
    }

    /// The states of both links; of a guest, from whom none comes, those of the one to it.
    ///
    /// @param receive of the link from the participant
    /// @param send of the link to the participant
    public record Links(LinkState receive, LinkState send) {}

    public LinkState receiveState() {
        return links.receive();
    }

    public LinkState sendState() {
        return links.send();
    }

    public boolean isGuest() {
        return role == Role.GUEST;
    }
}

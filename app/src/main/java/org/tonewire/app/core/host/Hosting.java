package org.tonewire.app.core.host;

import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.signaling.protocol.ParticipantName;

/// A room hosted by this process.
public interface Hosting extends AutoCloseable {
    /// For other computers.
    Invite invite();

    /// For the host's own participant: the same room by the loopback address.
    Invite localInvite();

    /// Signs renewals of the invites.
    RoomOwner owner();

    int port();

    /// From here on the room takes this secret and no other, and the invites are by it. Who is in
    /// the room enters again. Returns at once; any thread.
    void renew(RoomSecret secret);

    /// What joins the host's own participant.
    default JoinRequest join(ParticipantName name) {
        return JoinRequest.of(localInvite(), name).ownedBy(owner());
    }

    /// Follows the session of the host: renews the invite once the others have the new secret.
    default void happened(SessionEvent event) {
        if (event instanceof SessionEvent.SecretHandedOver(RoomSecret secret)) {
            renew(secret);
        }
    }

    /// Disconnects everyone and frees the port. Idempotent.
    @Override
    void close();

    /// The same room with another way to close it.
    ///
    /// @param closing has to close this one too
    default Hosting closedBy(Runnable closing) {
        return new RewiredHosting(this, closing);
    }
}

package org.tonewire.app.core.signaling;

import java.util.Optional;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.Ed25519Identity;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ParticipantName;

/// A request to join a room.
///
/// @param identity who joins, for this one session
/// @param owner of the room, if it is hosted here: renews the invite
public record JoinRequest(
        Invite invite, ParticipantName name, SessionIdentity identity, Optional<RoomOwner> owner) {
    /// Joins a room that somebody else hosts.
    public JoinRequest(Invite invite, ParticipantName name, SessionIdentity identity) {
        this(invite, name, identity, Optional.empty());
    }

    /// Joins the same room as the same participant by another secret.
    public JoinRequest by(RoomSecret secret) {
        RoomKeys keys = RoomKeys.derive(secret, invite.room());
        return new JoinRequest(invite.with(secret), name, identity.under(keys.media()), owner);
    }

    /// The same as the host of the room.
    public JoinRequest ownedBy(RoomOwner host) {
        return new JoinRequest(invite, name, identity, Optional.of(host));
    }

    /// Joins as somebody new.
    public static JoinRequest of(Invite invite, ParticipantName name) {
        RoomKeys keys = RoomKeys.derive(invite.secret(), invite.room());
        return new JoinRequest(invite, name, Ed25519Identity.create(invite.room(), keys.media()));
    }
}

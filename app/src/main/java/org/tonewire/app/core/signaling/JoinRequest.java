package org.tonewire.app.core.signaling;

import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.Ed25519Identity;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.SessionIdentity;
import org.tonewire.signaling.protocol.ParticipantName;

/// A request to join a room.
///
/// @param identity who joins, for this one session
public record JoinRequest(Invite invite, ParticipantName name, SessionIdentity identity) {
    /// Joins the same room as the same participant by another secret.
    public JoinRequest by(RoomSecret secret) {
        RoomKeys keys = RoomKeys.derive(secret, invite.room());
        return new JoinRequest(invite.with(secret), name, identity.under(keys.media()));
    }

    /// Joins as somebody new.
    public static JoinRequest of(Invite invite, ParticipantName name) {
        RoomKeys keys = RoomKeys.derive(invite.secret(), invite.room());
        return new JoinRequest(invite, name, Ed25519Identity.create(invite.room(), keys.media()));
    }
}

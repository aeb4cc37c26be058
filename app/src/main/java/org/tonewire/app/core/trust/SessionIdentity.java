package org.tonewire.app.core.trust;

import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// Who this participant is, for one session in one room: seals what it sends, and checks the seals
/// of others. Thread-safe.
public interface SessionIdentity {
    /// What the others know this participant by.
    IdentityKey key();

    /// What enters the room under this identity.
    ///
    /// @param name the present name of this participant
    /// @param nonce of the socket
    /// @param proof of the access key for this server, for this nonce
    JoinIdentity join(ParticipantName name, Nonce nonce, JoinProof proof);

    /// What the others are shown of this identity.
    ///
    /// @param name the present name of this participant
    Identity named(ParticipantName name);

    /// The same identity, with the same numbers of seals, for those who have this media key.
    SessionIdentity under(MediaKey media);

    /// Whether an identity belongs to somebody who has the invite, or for a guest the secret of
    /// those who listen, and gave itself this name.
    boolean trusts(Identity identity, ParticipantName name, Role role);

    /// Whether an identity is that of a member.
    default boolean trusts(Identity identity, ParticipantName name) {
        return trusts(identity, name, Role.MEMBER);
    }

    /// The words by which two people make sure that an identity is that of the other: those of this
    /// participant, or of another.
    VerifyCode code(IdentityKey of, Role role);

    /// The words of a member.
    default VerifyCode code(IdentityKey of) {
        return code(of, Role.MEMBER);
    }

    /// Seals a message. The number is higher than that of every earlier seal.
    Seal seal(IdentityKey to, PeerMessage message);

    /// Seals the end of this participant's membership, for all others.
    Seal sealLeave();

    /// Whether `from` sealed this message for this participant.
    boolean isSealed(IdentityKey from, PeerMessage message, Seal seal);

    /// Whether `from` sealed that it left.
    boolean isLeaveSealed(IdentityKey from, Seal seal);
}

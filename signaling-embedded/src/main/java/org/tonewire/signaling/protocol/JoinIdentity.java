package org.tonewire.signaling.protocol;

import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// The identity of a client that enters a room.
///
/// @param signature by the identity's key, of [Nonce#joinText(JoinProof, String)]: so nobody can
///   enter under a key that was only seen
public record JoinIdentity(Identity identity, IdentitySignature signature) {
    /// Whether the client owns the key.
    ///
    /// @param nonce the one that this socket received
    /// @param proof of the room's access key, for this nonce
    public boolean isOwned(Nonce nonce, JoinProof proof, RoomName room) {
        return identity.key().signed(nonce.joinText(proof, room.value()), signature);
    }
}

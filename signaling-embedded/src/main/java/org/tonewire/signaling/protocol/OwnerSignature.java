package org.tonewire.signaling.protocol;

import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// The owner of a room, shown to its server.
///
/// @param key the owner's public key
/// @param signature of the nonce of this socket, a proof of the room's access key and the room: so
///   it is worth nothing later. It names no server: an owner has rooms at one server only
public record OwnerSignature(IdentityKey key, IdentitySignature signature) {
    /// What a server knows the owner by.
    public OwnerHash hash() {
        return OwnerHash.of(key);
    }

    /// Whether the owner opens the room, or gives it the access key of this proof.
    public boolean owns(Nonce nonce, JoinProof proof, RoomName room) {
        return key.signed(nonce.ownText(proof, room.value()), signature);
    }

    /// Whether the owner asks for the state of the room.
    public boolean asks(Nonce nonce, JoinProof proof, RoomName room) {
        return key.signed(nonce.queryText(proof, room.value()), signature);
    }

    /// Whether the owner ends the room.
    public boolean ends(Nonce nonce, JoinProof proof, RoomName room) {
        return key.signed(nonce.endText(proof, room.value()), signature);
    }
}

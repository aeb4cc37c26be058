package org.tonewire.signaling.room.event;

import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// What someone shows at the door of a room.
public sealed interface Credential {
    /// The key itself; makes the room where there is none yet.
    record Key(AccessKey key) implements Credential {}

    /// A proof of the key against the nonce that this connection was given.
    record Proof(Nonce nonce, JoinProof proof) implements Credential {}

    /// Nothing, as with client families that know no keys: good for rooms without a key only.
    record None() implements Credential {}
}

package org.tonewire.signaling.room.event;

import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// What a client shows to enter a room.
public sealed interface Credential {
    /// The access key. Creates the room if it does not exist.
    record Key(AccessKey key) implements Credential {}

    /// A proof of the access key.
    ///
    /// @param nonce the one that this connection received
    record Proof(Nonce nonce, JoinProof proof) implements Credential {}

    /// No credential: admits to rooms without an access key, and creates them.
    record None() implements Credential {}
}

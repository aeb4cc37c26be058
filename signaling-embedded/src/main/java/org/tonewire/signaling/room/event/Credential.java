package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// What a client shows to enter a room.
public sealed interface Credential {
    /// The access key. Creates the room if it does not exist.
    ///
    /// @param owner of the room, if it is created
    record Key(AccessKey key, Optional<OwnerHash> owner) implements Credential {
        /// To a room of nobody.
        public Key(AccessKey key) {
            this(key, Optional.empty());
        }
    }

    /// A proof of the access key.
    ///
    /// @param nonce the one that this connection received
    record Proof(Nonce nonce, JoinProof proof) implements Credential {}

    /// No credential: admits to rooms without an access key, and creates them.
    record None() implements Credential {}
}

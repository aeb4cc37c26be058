package org.tonewire.signaling.server;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;
import org.tonewire.signaling.protocol.key.Nonce;

/// A key pair of a client. Its proof and the signature of its name are empty, since no server
/// checks them.
final class TestIdentity {
    private final KeyPair pair;

    TestIdentity() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Identity identity() {
        return new Identity(
                IdentityKey.of(pair.getPublic()),
                IdentityProof.of(new byte[32]),
                IdentitySignature.of(new byte[64]));
    }

    /// @param key of the room
    JoinIdentity join(Nonce nonce, AccessKey key, RoomName room) {
        return new JoinIdentity(
                identity(), sign(nonce.joinText(key.prove(nonce, room.value()), room.value())));
    }

    IdentitySignature sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return IdentitySignature.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

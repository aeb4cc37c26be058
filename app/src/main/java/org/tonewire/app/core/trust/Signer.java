package org.tonewire.app.core.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.function.LongFunction;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// An Ed25519 key pair (RFC 8032), and the number of its last seal. Any thread.
final class Signer {
    static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final IdentityKey key;
    private long lastNumber;

    /// @param lastNumber the numbers of its seals are higher
    Signer(PrivateKey secret, IdentityKey key, long lastNumber) {
        this.secret = secret;
        this.key = key;
        this.lastNumber = lastNumber;
    }

    /// @throws IllegalArgumentException if it is no Ed25519 pair
    static Signer of(KeyPair pair, long lastNumber) {
        return new Signer(pair.getPrivate(), IdentityKey.of(pair.getPublic()), lastNumber);
    }

    static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /// What others know this pair by.
    IdentityKey key() {
        return key;
    }

    PrivateKey secret() {
        return secret;
    }

    /// @param text of the number
    synchronized Seal seal(LongFunction<byte[]> text) {
        long number = ++lastNumber;
        return new Seal(number, sign(text.apply(number)));
    }

    IdentitySignature sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text);
            return IdentitySignature.of(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with Ed25519", e);
        }
    }
}

package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Identities whose keys are known beforehand.
public final class Identities {
    private Identities() {}

    /// The same key for the same name, in every run.
    public static Ed25519Identity of(String name, RoomName room, MediaKey media) {
        return of(seed(name), room, media);
    }

    /// The key of the identity of this name.
    public static IdentityKey key(String name) {
        return IdentityKey.of(pair(seed(name)).getPublic());
    }

    /// Words, the same for the same name.
    public static VerifyCode code(String name) {
        return VerifyCode.of(Arrays.copyOf(seed(name), VerifyCode.WORDS));
    }

    /// @param seed the private key of 32 bytes (RFC 8032, section 5.1.5)
    static Ed25519Identity of(byte[] seed, RoomName room, MediaKey media) {
        return Ed25519Identity.of(pair(seed), room, media);
    }

    static byte[] bytes(String base64Url) {
        return Base64.getUrlDecoder().decode(base64Url);
    }

    private static byte[] seed(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gives these bytes in place of random ones.
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}

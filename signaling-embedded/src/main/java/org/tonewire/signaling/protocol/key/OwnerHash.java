package org.tonewire.signaling.protocol.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// Names the owner of a room in its invites: the first 16 bytes of the SHA-256 of the owner's
/// public key. Only who has the private key renews the invite.
///
/// @param text base64url, 22 characters
public record OwnerHash(String text) {
    private static final int BYTES = 16;

    public OwnerHash {
        if (Base64Url.decode(text, BYTES).isEmpty()) {
            throw new IllegalArgumentException("the hash of an owner has 16 bytes");
        }
    }

    public static OwnerHash of(IdentityKey owner) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(owner.bytes());
            return new OwnerHash(Base64Url.encode(Arrays.copyOf(sha256, BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Reads base64url; empty if the text is not 16 bytes of it.
    public static Optional<OwnerHash> parse(String text) {
        return Base64Url.decode(text, BYTES).map(_ -> new OwnerHash(text));
    }

    @Override
    public String toString() {
        return text;
    }
}

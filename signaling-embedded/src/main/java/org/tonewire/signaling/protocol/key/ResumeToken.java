package org.tonewire.signaling.protocol.key;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// Resumes a membership after a lost connection. Immutable.
public final class ResumeToken {
    private final byte[] bytes;

    private ResumeToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static ResumeToken of(byte[] bytes) {
        return new ResumeToken(Base64Url.requireSecret(bytes));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<ResumeToken> parse(String base64Url) {
        return Base64Url.decodeSecret(base64Url).map(ResumeToken::new);
    }

    /// 32 random bytes.
    public static ResumeToken random(SecureRandom random) {
        byte[] bytes = new byte[Base64Url.SECRET_BYTES];
        random.nextBytes(bytes);
        return new ResumeToken(bytes);
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof ResumeToken that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Omits the bytes, so that no log contains them.
    @Override
    public String toString() {
        return "ResumeToken";
    }
}

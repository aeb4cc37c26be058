package org.tonewire.signaling.protocol.key;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// What a participant shows to take its place again after a lost connection.
public final class ResumeToken {
    private final byte[] bytes;

    private ResumeToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of exactly 32 bytes.
    public static ResumeToken of(byte[] bytes) {
        return new ResumeToken(Base64Url.requireSecret(bytes));
    }

    /// Reads base64url of 32 bytes; nothing where it is something else.
    public static Optional<ResumeToken> parse(String base64Url) {
        return Base64Url.decodeSecret(base64Url).map(ResumeToken::new);
    }

    /// Makes a new one.
    public static ResumeToken random(SecureRandom random) {
        byte[] bytes = new byte[Base64Url.SECRET_BYTES];
        random.nextBytes(bytes);
        return new ResumeToken(bytes);
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Takes the same time wherever the first difference is.
    @Override
    public boolean equals(Object other) {
        return other instanceof ResumeToken that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Without the bytes, so that a log never shows them.
    @Override
    public String toString() {
        return "ResumeToken";
    }
}

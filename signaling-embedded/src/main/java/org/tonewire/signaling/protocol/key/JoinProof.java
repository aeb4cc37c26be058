package org.tonewire.signaling.protocol.key;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// A proof that a joiner knows the access key of a room; good for one nonce.
public final class JoinProof {
    private final byte[] bytes;

    private JoinProof(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of exactly 32 bytes.
    public static JoinProof of(byte[] bytes) {
        return new JoinProof(Base64Url.requireSecret(bytes));
    }

    /// Reads base64url of 32 bytes; nothing where it is something else.
    public static Optional<JoinProof> parse(String base64Url) {
        return Base64Url.decodeSecret(base64Url).map(JoinProof::new);
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Takes the same time wherever the first difference is.
    @Override
    public boolean equals(Object other) {
        return other instanceof JoinProof that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Without the bytes, so that a log never shows them.
    @Override
    public String toString() {
        return "JoinProof";
    }
}

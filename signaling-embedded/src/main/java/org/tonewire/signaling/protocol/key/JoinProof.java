package org.tonewire.signaling.protocol.key;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// Proves knowledge of the access key of a room; valid for one nonce. Immutable.
public final class JoinProof {
    private final byte[] bytes;

    private JoinProof(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static JoinProof of(byte[] bytes) {
        return new JoinProof(Base64Url.require(bytes, Base64Url.SECRET_BYTES));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<JoinProof> parse(String base64Url) {
        return Base64Url.decode(base64Url, Base64Url.SECRET_BYTES).map(JoinProof::new);
    }

    byte[] bytes() {
        return bytes;
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof JoinProof that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Omits the bytes, so that no log contains them.
    @Override
    public String toString() {
        return "JoinProof";
    }
}

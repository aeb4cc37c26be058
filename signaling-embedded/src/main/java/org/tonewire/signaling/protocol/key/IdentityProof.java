package org.tonewire.signaling.protocol.key;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/// Proves to the other participants that an identity and its name belong to somebody who has the
/// invite: an HMAC by the room's media key. A server can neither make nor check it. Immutable.
public final class IdentityProof {
    private final byte[] bytes;

    private IdentityProof(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static IdentityProof of(byte[] bytes) {
        return new IdentityProof(Base64Url.require(bytes, Base64Url.SECRET_BYTES));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<IdentityProof> parse(String base64Url) {
        return Base64Url.decode(base64Url, Base64Url.SECRET_BYTES).map(IdentityProof::new);
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityProof that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "IdentityProof";
    }
}

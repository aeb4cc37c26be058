package org.tonewire.signaling.protocol.key;

import java.util.Arrays;
import java.util.Optional;

/// An Ed25519 signature (RFC 8032) by a participant's identity. Immutable.
public final class IdentitySignature {
    private static final int BYTES = 64;

    private final byte[] bytes;

    private IdentitySignature(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 64 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 64
    public static IdentitySignature of(byte[] bytes) {
        return new IdentitySignature(Base64Url.require(bytes, BYTES));
    }

    /// Reads base64url of 64 bytes; empty if the text is anything else.
    public static Optional<IdentitySignature> parse(String base64Url) {
        return Base64Url.decode(base64Url, BYTES).map(IdentitySignature::new);
    }

    byte[] bytes() {
        return bytes;
    }

    /// The 64 bytes as base64url, 86 characters.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentitySignature that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64Url();
    }
}

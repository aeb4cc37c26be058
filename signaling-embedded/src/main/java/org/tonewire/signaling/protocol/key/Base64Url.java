package org.tonewire.signaling.protocol.key;

import java.util.Base64;
import java.util.Optional;

/// Bytes as text: base64url without padding (RFC 4648, section 5).
public final class Base64Url {
    static final int SECRET_BYTES = 32;

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty if the text is not exactly so many bytes, in the one form that they have.
    ///
    /// @param length in bytes
    public static Optional<byte[]> decode(String text, int length) {
        if (text.length() != (4 * length + 2) / 3) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static byte[] require(byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("must be " + length + " bytes, not " + bytes.length);
        }
        return bytes.clone();
    }
}

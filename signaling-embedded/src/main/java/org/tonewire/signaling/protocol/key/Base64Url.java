package org.tonewire.signaling.protocol.key;

import java.util.Base64;
import java.util.Optional;

/// Secrets and nonces of 32 bytes as text: base64url without padding (RFC 4648, section 5), 43
/// characters.
final class Base64Url {
    static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARACTERS = 43;

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Optional<byte[]> decodeSecret(String text) {
        if (text.length() != SECRET_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static byte[] requireSecret(byte[] bytes) {
        if (bytes.length != SECRET_BYTES) {
            throw new IllegalArgumentException("must be 32 bytes, not " + bytes.length);
        }
        return bytes.clone();
    }
}

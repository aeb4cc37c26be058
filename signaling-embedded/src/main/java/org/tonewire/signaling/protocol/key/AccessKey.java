package org.tonewire.signaling.protocol.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that admits to a room at one signaling server. Derived from the secret of the invite and
/// from what the invite says of the server; neither the media key nor the access key for another
/// server can be derived from it. Immutable.
public final class AccessKey {
    private final byte[] bytes;

    private AccessKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of the 32 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static AccessKey of(byte[] bytes) {
        return new AccessKey(Base64Url.require(bytes, Base64Url.SECRET_BYTES));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<AccessKey> parse(String base64Url) {
        return Base64Url.decode(base64Url, Base64Url.SECRET_BYTES).map(AccessKey::new);
    }

    /// Proves that the caller knows this key without revealing it: `HMAC-SHA256(key, "tonewire join
    /// v1" || 0x00 || nonce || UTF-8(room))` (RFC 2104).
    public JoinProof prove(Nonce nonce, String room) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            mac.update("tonewire join v1\0".getBytes(StandardCharsets.UTF_8));
            mac.update(nonce.bytes());
            mac.update(room.getBytes(StandardCharsets.UTF_8));
            return JoinProof.of(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// The 32 bytes as base64url.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Omits the bytes, so that no log contains them.
    @Override
    public String toString() {
        return "AccessKey";
    }
}

package org.tonewire.signaling.protocol.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The key that opens a room at a signaling server. Derived from the invite's secret; it says
/// nothing about the media key.
public final class AccessKey {
    private final byte[] bytes;

    private AccessKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes a copy of exactly 32 bytes.
    public static AccessKey of(byte[] bytes) {
        return new AccessKey(Base64Url.requireSecret(bytes));
    }

    /// Reads base64url of 32 bytes; nothing where it is something else.
    public static Optional<AccessKey> parse(String base64Url) {
        return Base64Url.decodeSecret(base64Url).map(AccessKey::new);
    }

    /// Proves the knowledge of this key without telling it: `HMAC-SHA256(key, "tonewire join v1" ||
    /// 0x00 || nonce || UTF-8(room))`.
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

    /// Takes the same time wherever the first difference is.
    @Override
    public boolean equals(Object other) {
        return other instanceof AccessKey that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Without the bytes, so that a log never shows them.
    @Override
    public String toString() {
        return "AccessKey";
    }
}

package org.tonewire.app.core.invite;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.tonewire.signaling.protocol.key.Base64Url;

/// The secret that a room's participants share and no server learns: 16 random bytes. Its text form
/// appears in invites only.
public final class RoomSecret {
    public static final int BYTES = 16;

    private final byte[] bytes;

    private RoomSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RoomSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RoomSecret(bytes);
    }

    /// @throws IllegalArgumentException if these are not 16 bytes
    public static RoomSecret of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has 16 bytes");
        }
        return new RoomSecret(bytes.clone());
    }

    /// Reads base64url without padding; empty when the text is not 16 bytes of it.
    public static Optional<RoomSecret> parse(String text) {
        return Base64Url.decode(text, BYTES).map(RoomSecret::new);
    }

    /// For deriving keys; a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Base64url without padding, for an invite.
    public String text() {
        return Base64Url.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Redacted, so that no log contains it.
    @Override
    public String toString() {
        return "RoomSecret(hidden)";
    }
}

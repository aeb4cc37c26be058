package org.tonewire.signaling.protocol.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/// The Ed25519 public key (RFC 8032) that a participant makes for one session, and is known by: the
/// same participant has the same key under every id that a server gives it. Immutable.
public final class IdentityKey implements Comparable<IdentityKey> {
    /// `SubjectPublicKeyInfo` of an Ed25519 key up to its 32 bytes (RFC 8410, section 10.1).
    private static final byte[] PREFIX = {
        0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
    };

    private final byte[] bytes;

    private IdentityKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The key of a pair that the JDK made.
    ///
    /// @throws IllegalArgumentException if it is no Ed25519 key
    public static IdentityKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null
                || encoded.length != PREFIX.length + Base64Url.SECRET_BYTES
                || !Arrays.equals(encoded, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return new IdentityKey(Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
    }

    /// Takes a copy of the 32 bytes, which may be no point of the curve: such a key signs nothing.
    ///
    /// @throws IllegalArgumentException if there are not exactly 32
    public static IdentityKey of(byte[] bytes) {
        return new IdentityKey(Base64Url.require(bytes, Base64Url.SECRET_BYTES));
    }

    /// Reads base64url of 32 bytes; empty if the text is anything else.
    public static Optional<IdentityKey> parse(String base64Url) {
        return Base64Url.decode(base64Url, Base64Url.SECRET_BYTES).map(IdentityKey::new);
    }

    /// Whether the owner of this key signed these bytes. False, too, for a key or a signature that
    /// cannot be one.
    public boolean signed(byte[] message, IdentitySignature signature) {
        byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, PREFIX.length, bytes.length);
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature.bytes());
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// The 32 bytes; a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The 32 bytes as base64url, 43 characters.
    public String base64Url() {
        return Base64Url.encode(bytes);
    }

    @Override
    public int compareTo(IdentityKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityKey that && Arrays.equals(bytes, that.bytes);
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

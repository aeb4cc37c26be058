package org.tonewire.app.core.invite;

import java.util.Arrays;
import java.util.Optional;
import org.tonewire.signaling.protocol.key.Base64Url;

/// The SHA-256 of a server certificate's DER form: the one certificate that an invite accepts.
public final class CertificatePin {
    private static final int BYTES = 32;

    private final byte[] sha256;

    private CertificatePin(byte[] sha256) {
        this.sha256 = sha256;
    }

    /// @param sha256 32 bytes
    public static CertificatePin of(byte[] sha256) {
        if (sha256.length != BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes");
        }
        return new CertificatePin(sha256.clone());
    }

    /// Reads base64url without padding; empty when the text is not 32 bytes of it.
    public static Optional<CertificatePin> parse(String text) {
        return Base64Url.decode(text, BYTES).map(CertificatePin::new);
    }

    public boolean matches(byte[] certificateSha256) {
        return Arrays.equals(sha256, certificateSha256);
    }

    /// Base64url without padding, for an invite.
    public String text() {
        return Base64Url.encode(sha256);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificatePin pin && Arrays.equals(sha256, pin.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return text();
    }
}

package org.tonewire.signaling.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 of the DER form of a certificate, by which an invite pins a server.
///
/// @param hex 64 lower-case hexadecimal digits
public record CertificateFingerprint(String hex) {
    static CertificateFingerprint of(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return new CertificateFingerprint(HexFormat.of().formatHex(digest));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    public String base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    @Override
    public String toString() {
        return hex;
    }
}

package org.tonewire.signaling.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The private key of a server and its certificate chain, the certificate of the server first.
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /// Loads or creates the identity; empty for [TlsSource.None].
    public static Optional<ServerIdentity> load(TlsSource source) throws IdentityException {
        return switch (source) {
            case TlsSource.None() -> Optional.empty();
            case TlsSource.SelfSigned(var folder) ->
                    Optional.of(new IdentityFolder(folder).loadOrMake());
            case TlsSource.Unkept() -> Optional.of(unkept());
            case TlsSource.PemFiles(var certificate, var key) ->
                    Optional.of(PemFile.readIdentity(certificate, key));
        };
    }

    private static ServerIdentity unkept() {
        try {
            return SelfSignedCertificate.make(new SecureRandom(), Instant.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes EC certificates", e);
        }
    }

    /// Of the first certificate.
    public CertificateFingerprint fingerprint() {
        try {
            return CertificateFingerprint.of(chain.getFirst());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be encoded", e);
        }
    }

    /// Whether the key belongs to the first certificate.
    boolean fits() throws GeneralSecurityException {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                };
        byte[] sample = "tonewire".getBytes(StandardCharsets.US_ASCII);
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(sample);
        byte[] signature = signer.sign();
        if (!chain.getFirst().getPublicKey().getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        signer.initVerify(chain.getFirst().getPublicKey());
        signer.update(sample);
        return signer.verify(signature);
    }
}

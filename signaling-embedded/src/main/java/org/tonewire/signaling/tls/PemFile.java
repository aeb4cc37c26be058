package org.tonewire.signaling.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Private keys and certificates as PEM text (RFC 7468).
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final String KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    private PemFile() {}

    /// Reads a certificate chain and its key. Both may be in the same file.
    static ServerIdentity readIdentity(Path certificateFile, Path keyFile)
            throws IdentityException {
        List<X509Certificate> chain = new ArrayList<>();
        for (Block block : blocks(certificateFile)) {
            if (block.label().equals(CERTIFICATE)) {
                chain.add(certificate(certificateFile, block));
            }
        }
        if (chain.isEmpty()) {
            throw new IdentityException(certificateFile, certificateFile + " holds no certificate");
        }
        ServerIdentity identity = new ServerIdentity(key(keyFile), chain);
        try {
            if (identity.fits()) {
                return identity;
            }
        } catch (GeneralSecurityException e) {
            throw new IdentityException(keyFile, "the key in " + keyFile + " cannot be used", e);
        }
        throw new IdentityException(
                keyFile,
                "the key in " + keyFile + " is not that of the certificate in " + certificateFile);
    }

    static String write(ServerIdentity identity) throws GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        append(text, KEY, identity.key().getEncoded());
        for (X509Certificate certificate : identity.chain()) {
            append(text, CERTIFICATE, certificate.getEncoded());
        }
        return text.toString();
    }

    private static PrivateKey key(Path file) throws IdentityException {
        for (Block block : blocks(file)) {
            if (block.label().equals(KEY)) {
                return key(file, block);
            }
            if (block.label().endsWith(KEY)) {
                throw new IdentityException(
                        file,
                        file
                                + " holds an "
                                + block.label()
                                + "; convert it with: openssl pkcs8 -topk8 -nocrypt -in "
                                + file);
            }
        }
        throw new IdentityException(file, file + " holds no private key");
    }

    private static PrivateKey key(Path file, Block block) throws IdentityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(block.bytes());
        for (String algorithm : KEY_ALGORITHMS) {
            Optional<PrivateKey> key = key(file, algorithm, spec);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new IdentityException(
                file, file + " holds a key that is neither EC, RSA nor Ed25519");
    }

    private static Optional<PrivateKey> key(Path file, String algorithm, PKCS8EncodedKeySpec spec)
            throws IdentityException {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IdentityException(file, "no " + algorithm + " keys in this Java", e);
        }
    }

    private static X509Certificate certificate(Path file, Block block) throws IdentityException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IdentityException(file, file + " holds a certificate that cannot be read", e);
        }
    }

    private static List<Block> blocks(Path file) throws IdentityException {
        List<Block> blocks = new ArrayList<>();
        try {
            Matcher matcher = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (matcher.find()) {
                blocks.add(
                        new Block(
                                matcher.group(1),
                                Base64.getMimeDecoder().decode(matcher.group(2))));
            }
        } catch (IOException e) {
            throw new IdentityException(file, file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IdentityException(file, file + " is damaged", e);
        }
        return blocks;
    }

    private static void append(StringBuilder text, String label, byte[] bytes) {
        byte[] lineEnd = {'\n'};
        text.append("-----BEGIN ").append(label).append("-----\n");
        text.append(Base64.getMimeEncoder(64, lineEnd).encodeToString(bytes));
        text.append("\n-----END ").append(label).append("-----\n");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Block(String label, byte[] bytes) {}
}

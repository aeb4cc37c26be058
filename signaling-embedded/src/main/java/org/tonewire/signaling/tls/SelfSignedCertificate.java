package org.tonewire.signaling.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Creates an EC P-256 key and a certificate that it signs itself (RFC 5280). Clients need not
/// trust it: invites pin it.
final class SelfSignedCertificate {
    private static final Duration LIFE = Duration.ofDays(3650);
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    private static final String ECDSA_WITH_SHA256 = "2a8648ce3d040302";
    private static final String COMMON_NAME = "550403";
    private static final String ALTERNATIVE_NAMES = "551d11";
    private static final String BASIC_CONSTRAINTS = "551d13";
    private static final String KEY_USAGE = "551d0f";
    private static final String EXTENDED_KEY_USAGE = "551d25";
    private static final String SERVER_AUTHENTICATION = "2b06010505070301";

    private SelfSignedCertificate() {}

    static ServerIdentity make(SecureRandom random, Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        byte[] algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
        byte[] name =
                Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text("Tonewire"))));
        byte[] toSign =
                Der.sequence(
                        Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                        Der.integer(new BigInteger(127, random).setBit(126)),
                        algorithm,
                        name,
                        Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(LIFE))),
                        name,
                        pair.getPublic().getEncoded(),
                        Der.tagged(0xa3, extensions()));
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(pair.getPrivate(), random);
        signer.update(toSign);
        byte[] certificate = Der.sequence(toSign, algorithm, Der.bits(signer.sign()));
        return new ServerIdentity(
                pair.getPrivate(),
                List.of(
                        (X509Certificate)
                                CertificateFactory.getInstance("X.509")
                                        .generateCertificate(
                                                new ByteArrayInputStream(certificate))));
    }

    private static byte[] extensions() {
        byte[] digitalSignature = Der.tagged(0x03, new byte[] {7, (byte) 0x80});
        return Der.sequence(
                critical(BASIC_CONSTRAINTS, Der.sequence()),
                critical(KEY_USAGE, digitalSignature),
                Der.sequence(
                        Der.oid(EXTENDED_KEY_USAGE),
                        Der.octets(Der.sequence(Der.oid(SERVER_AUTHENTICATION)))),
                Der.sequence(Der.oid(ALTERNATIVE_NAMES), Der.octets(alternativeNames())));
    }

    private static byte[] alternativeNames() {
        return Der.sequence(
                Der.tagged(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(0x87, new byte[] {127, 0, 0, 1}),
                Der.tagged(0x87, HexFormat.of().parseHex("0".repeat(31) + "1")));
    }

    private static byte[] critical(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.truth(), Der.octets(value));
    }
}

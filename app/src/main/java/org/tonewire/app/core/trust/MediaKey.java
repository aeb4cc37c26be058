package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Authenticates the DTLS fingerprints (RFC 8122) of session descriptions, so that a signaling
/// server which puts its own in their place is found out.
///
/// A seal is base64url of `HMAC-SHA256(key, "tonewire seal v1" NUL kind NUL room NUL from NUL to
/// NUL fingerprints)`, `kind` being `offer` or `answer`, `fingerprints` all that the description
/// names, sorted, each once, joined by line feeds.
public final class MediaKey {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    MediaKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /// The seal of a description. For one without a fingerprint there is a seal too, but
    /// [#sealMatches] refuses it.
    public String seal(SealContext context, String sdp) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(context, DtlsFingerprints.of(sdp)));
    }

    /// Whether the seal is that of the description's fingerprints, and there are any.
    public boolean sealMatches(SealContext context, String sdp, String seal) {
        List<String> fingerprints = DtlsFingerprints.of(sdp);
        try {
            byte[] claimed = Base64.getUrlDecoder().decode(seal);
            return !fingerprints.isEmpty()
                    && MessageDigest.isEqual(mac(context, fingerprints), claimed);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] mac(SealContext context, List<String> fingerprints) {
        String text =
                String.join(
                        "\0",
                        "tonewire seal v1",
                        context.kind().wireName(),
                        context.room().value(),
                        context.from().value(),
                        context.to().value(),
                        String.join("\n", fingerprints));
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /// Redacted, so that no log contains it.
    @Override
    public String toString() {
        return "MediaKey(hidden)";
    }
}

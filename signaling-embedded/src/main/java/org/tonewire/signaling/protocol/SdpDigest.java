package org.tonewire.signaling.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names a session description: the SHA-256 of its UTF-8 text as it was sent.
///
/// @param value base64url, 43 characters
public record SdpDigest(String value) {
    private static final Pattern ALLOWED = Pattern.compile("[\\w-]{43}");

    public SdpDigest {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a digest is 43 characters of base64url");
        }
    }

    /// The digest of a description.
    public static SdpDigest of(String sdp) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(sdp.getBytes(StandardCharsets.UTF_8));
            return new SdpDigest(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The digest; empty if the text is not a valid one.
    public static Optional<SdpDigest> parse(String value) {
        return ALLOWED.matcher(value).matches()
                ? Optional.of(new SdpDigest(value))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

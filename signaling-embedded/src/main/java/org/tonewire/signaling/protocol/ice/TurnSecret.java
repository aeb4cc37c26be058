package org.tonewire.signaling.protocol.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret that a signaling server shares with a TURN server, `static-auth-secret` of coturn. It
/// makes logins that expire (draft-uberti-behave-turn-rest-00, section 2.2), which the TURN server
/// checks without asking anybody. Immutable.
public final class TurnSecret {
    private static final int MAX_BYTES = 1024;

    /// What both a file and the configuration of a TURN server can hold as one line.
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");

    private final byte[] bytes;

    private TurnSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The secret as a file or a variable has it: one line, blanks around it do not count. Empty if
    /// it is none.
    public static Optional<TurnSecret> parse(String text) {
        String secret = text.strip();
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return LINE.matcher(secret).matches() && bytes.length <= MAX_BYTES
                ? Optional.of(new TurnSecret(bytes))
                : Optional.empty();
    }

    /// A login that holds until that time, by the clock of the TURN server.
    ///
    /// @param id tells users apart in the log and the limits of the TURN server
    public NamedIceServer.Login login(String id, Instant until) {
        String username = until.getEpochSecond() + ":" + id;
        return new NamedIceServer.Login(
                username,
                Base64.getEncoder().encodeToString(mac(username.getBytes(StandardCharsets.UTF_8))));
    }

    private byte[] mac(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /// Compares in constant time.
    @Override
    public boolean equals(Object other) {
        return other instanceof TurnSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Omits the bytes, so that no log contains them.
    @Override
    public String toString() {
        return "TurnSecret";
    }
}

package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;

/// Proves that an identity belongs to somebody who has the invite, so that a signaling server which
/// makes up participants, or puts a key of its own in the place of another, is found out.
///
/// A proof is `HMAC-SHA256(key, "tonewire identity v2" NUL room NUL identity key NUL name)`, the
/// texts in UTF-8. Immutable.
public final class MediaKey {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Optional<MediaKey> guests;

    /// @param guests the key of those who only listen, which everyone with this key has; empty for
    ///   that key itself
    MediaKey(byte[] bytes, Optional<MediaKey> guests) {
        this.key = new SecretKeySpec(bytes, HMAC);
        this.guests = guests;
    }

    /// The key of those who only listen: proves identities to them, and theirs.
    public Optional<MediaKey> guests() {
        return guests;
    }

    /// The key by which participants of this role prove their identities.
    MediaKey of(Role role) {
        return switch (role) {
            case MEMBER -> this;
            case GUEST -> guests.orElse(this);
        };
    }

    /// The proof of an identity under this name.
    IdentityProof prove(RoomName room, IdentityKey identity, ParticipantName name) {
        return IdentityProof.of(
                mac("tonewire identity v2", room.value(), identity.base64Url(), name.value()));
    }

    /// Whether the identity was made by somebody with this key, for this name. Constant time.
    boolean proves(RoomName room, Identity identity, ParticipantName name) {
        return prove(room, identity.key(), name).equals(identity.proof());
    }

    /// The words of an identity: the first bytes of `HMAC-SHA256(key, "tonewire verify v2" NUL room
    /// NUL identity key)`.
    VerifyCode code(RoomName room, IdentityKey identity) {
        byte[] bytes = mac("tonewire verify v2", room.value(), identity.base64Url());
        return VerifyCode.of(Arrays.copyOf(bytes, VerifyCode.WORDS));
    }

    private byte[] mac(String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
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

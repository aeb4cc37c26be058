package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.invite.ServerBinding;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;

/// The keys that come from a room's secret by HKDF-SHA256 (RFC 5869): salt is the room's name,
/// `info` tells the keys apart, so that none says anything about another. Immutable.
public final class RoomKeys {
    private static final int KEY_BYTES = 32;

    private final RoomSecret secret;
    private final RoomName room;
    private final RoomSecret listening;
    private final MediaKey media;

    private RoomKeys(RoomSecret secret, RoomName room) {
        this.secret = secret;
        this.room = room;
        this.listening = RoomSecret.of(expand(secret, "tonewire listen v1", RoomSecret.BYTES));
        MediaKey guests =
                new MediaKey(
                        expand(listening, "tonewire guest media v1", KEY_BYTES), Optional.empty());
        this.media =
                new MediaKey(expand(secret, "tonewire media v1", KEY_BYTES), Optional.of(guests));
    }

    public static RoomKeys derive(RoomSecret secret, RoomName room) {
        return new RoomKeys(secret, room);
    }

    /// Never leaves this program.
    public MediaKey media() {
        return media;
    }

    /// Proven to this one signaling server, or given to it: another server has another.
    public AccessKey access(ServerBinding server) {
        return AccessKey.of(expand(secret, "tonewire access v2\0" + server.value(), KEY_BYTES));
    }

    /// The secret of those who only listen, for a [org.tonewire.app.core.invite.ListenLink]: the
    /// keys of members do not follow from it.
    public RoomSecret listening() {
        return listening;
    }

    /// By which guests enter the room at the server of its host.
    public AccessKey guestAccess() {
        return AccessKey.of(expand(listening, "tonewire guest access v1", KEY_BYTES));
    }

    private byte[] expand(RoomSecret from, String info, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(from.bytes())
                                    .addSalt(room.value().getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("JDK 25 has HKDF-SHA256", e);
        }
    }

    /// Redacted.
    @Override
    public String toString() {
        return "RoomKeys(" + room + ")";
    }
}

package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
    private final MediaKey media;

    private RoomKeys(RoomSecret secret, RoomName room) {
        this.secret = secret;
        this.room = room;
        this.media = new MediaKey(expand("tonewire media v1"));
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
        return AccessKey.of(expand("tonewire access v2\0" + server.value()));
    }

    private byte[] expand(String info) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.bytes())
                                    .addSalt(room.value().getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(info.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
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

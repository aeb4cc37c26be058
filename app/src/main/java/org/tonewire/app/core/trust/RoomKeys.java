package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;

/// The two keys that come from a room's secret by HKDF-SHA256 (RFC 5869): salt is the room's name,
/// `info` tells the keys apart, so that neither says anything about the other.
///
/// @param access proven to the signaling server
/// @param media never leaves this program
public record RoomKeys(AccessKey access, MediaKey media) {
    private static final int KEY_BYTES = 32;

    public static RoomKeys derive(RoomSecret secret, RoomName room) {
        return new RoomKeys(
                AccessKey.of(expand(secret, room, "tonewire access v1")),
                new MediaKey(expand(secret, room, "tonewire media v1")));
    }

    private static byte[] expand(RoomSecret secret, RoomName room, String info) {
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
}

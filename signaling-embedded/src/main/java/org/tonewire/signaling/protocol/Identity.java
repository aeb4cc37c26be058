package org.tonewire.signaling.protocol;

import java.nio.charset.StandardCharsets;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// Who a participant is to the others, whatever id a server gives it.
///
/// @param key made for one session
/// @param proof that somebody who has the invite made the key and its name
/// @param nameSignature by the key, of [#nameText(RoomName, IdentityKey, ParticipantName)]: so no
///   member gives another a name
public record Identity(IdentityKey key, IdentityProof proof, IdentitySignature nameSignature) {
    private static final String LABEL = "tonewire name v2";
    private static final String SEPARATOR = "\0";

    /// What the owner of a key signs to show its name: UTF-8 of `tonewire name v2`, room, key and
    /// name, joined by NUL.
    public static byte[] nameText(RoomName room, IdentityKey key, ParticipantName name) {
        return String.join(SEPARATOR, LABEL, room.value(), key.base64Url(), name.value())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Whether the owner of the key has this name in this room.
    public boolean isNamed(RoomName room, ParticipantName name) {
        return key.signed(nameText(room, key, name), nameSignature);
    }
}

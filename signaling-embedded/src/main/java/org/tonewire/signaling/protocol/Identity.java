package org.tonewire.signaling.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.IdentityProof;
import org.tonewire.signaling.protocol.key.IdentitySignature;

/// Who a participant is to the others, whatever id a server gives it.
///
/// @param key made for one session
/// @param proof that somebody who has the invite made the key and its name
/// @param nameSignature by the key, of [#nameText(RoomName, IdentityKey, ParticipantName)]: so no
///   member gives another a name
/// @param guestProof the same for guests, who cannot check the other; empty from guests themselves
///   and from clients that do not know of them
public record Identity(
        IdentityKey key,
        IdentityProof proof,
        IdentitySignature nameSignature,
        Optional<IdentityProof> guestProof) {
    private static final String LABEL = "tonewire name v2";
    private static final String SEPARATOR = "\0";

    /// Shows nothing to guests.
    public Identity(IdentityKey key, IdentityProof proof, IdentitySignature nameSignature) {
        this(key, proof, nameSignature, Optional.empty());
    }

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

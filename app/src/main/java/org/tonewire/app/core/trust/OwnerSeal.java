package org.tonewire.app.core.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// The signature of a room's owner, on a new secret of the room or on the removal of a participant:
/// over UTF-8 of `tonewire owner v1`, `invite` or `removed`, the room, the number and every field,
/// joined by NUL. `docs/PROTOCOL.md` lists the fields.
///
/// @param owner the public key
/// @param seal its number rises with every signature of the owner
public record OwnerSeal(IdentityKey owner, Seal seal) {
    private static final String LABEL = "tonewire owner v1";

    /// Whether the owner gives the room this secret.
    ///
    /// @param by the owner, as the invite says
    /// @param removed who is not sent the secret
    public boolean renews(
            OwnerHash by, RoomName room, RoomSecret secret, List<IdentityKey> removed) {
        return isOf(by, renewal(room, secret, removed, seal.number()));
    }

    /// Whether the owner removed this participant.
    ///
    /// @param by the owner, as the invite says
    public boolean removes(OwnerHash by, RoomName room, IdentityKey who) {
        return isOf(by, removal(room, who, seal.number()));
    }

    /// The hash, which costs least, is checked first.
    private boolean isOf(OwnerHash by, byte[] text) {
        return OwnerHash.of(owner).equals(by) && owner.signed(text, seal.signature());
    }

    static byte[] renewal(
            RoomName room, RoomSecret secret, List<IdentityKey> removed, long number) {
        List<String> fields = new ArrayList<>();
        fields.add(secret.text());
        removed.forEach(key -> fields.add(key.base64Url()));
        return text("invite", room, number, fields);
    }

    static byte[] removal(RoomName room, IdentityKey who, long number) {
        return text("removed", room, number, List.of(who.base64Url()));
    }

    private static byte[] text(String kind, RoomName room, long number, List<String> fields) {
        List<String> parts = new ArrayList<>();
        parts.add(LABEL);
        parts.add(kind);
        parts.add(room.value());
        parts.add(Long.toString(number));
        parts.addAll(fields);
        return String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
    }
}

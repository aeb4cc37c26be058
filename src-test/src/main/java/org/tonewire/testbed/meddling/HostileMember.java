package org.tonewire.testbed.meddling;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.Ed25519Identity;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Somebody who has the invite, is a member like everybody, and is helped by the server: her
/// messages are texts of the server, to be told to whom she means. She has no links.
public final class HostileMember {
    private static final RoomName ROOM = new RoomName("studio");

    private final ParticipantName name;
    private final String address;
    private final Ed25519Identity identity;

    /// @param secret of the invite
    public HostileMember(String secret, String name) {
        this.name = new ParticipantName(name);
        this.address = "address-of-" + name.replace(' ', '-');
        this.identity =
                Ed25519Identity.create(
                        ROOM,
                        RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), ROOM).media());
    }

    /// What others know her by, as `--json` names it.
    public String key() {
        return identity.key().base64Url();
    }

    /// That she is there.
    public String enters() {
        return enters(address);
    }

    /// That she is where another one is.
    ///
    /// @param other what the server says of the other
    public String entersAt(JsonObject other) {
        return enters(other.get("id").getAsString());
    }

    private String enters(String where) {
        Identity shown = identity.named(name);
        return ServerMessageCodec.encode(
                new ServerMessage.ParticipantJoined(
                        new ParticipantInfo(new ParticipantId(where), name, Optional.of(shown))));
    }

    /// That she left.
    public String leaves() {
        return ServerMessageCodec.encode(
                new ServerMessage.ParticipantLeft(
                        new ParticipantId(address),
                        LeaveReason.LEFT,
                        Optional.of(identity.sealLeave())));
    }

    /// A message that she sealed, in her own name.
    ///
    /// @param to what the server says of its receiver
    public String says(JsonObject to, PeerMessage message) {
        return says(address, to, message);
    }

    /// A message that she sealed, in the name of another.
    ///
    /// @param as what the server says of the other
    public String saysAs(JsonObject as, JsonObject to, PeerMessage message) {
        return says(as.get("id").getAsString(), to, message);
    }

    private String says(String from, JsonObject to, PeerMessage message) {
        String key = to.getAsJsonObject("identity").get("key").getAsString();
        return ServerMessageCodec.encode(
                new ServerMessage.FromPeer(
                        new ParticipantId(from),
                        message,
                        Optional.of(identity.seal(IdentityKey.parse(key).orElseThrow(), message))));
    }
}

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

/// Eve has the invite, so she is a member like everybody, and the server helps her. Her messages
/// are texts of the server, to be told to whom she means.
public final class HostileMember {
    private static final RoomName ROOM = new RoomName("studio");
    private static final ParticipantName NAME = new ParticipantName("Eve");
    private static final String ADDRESS = "eve";

    private final Ed25519Identity identity;

    /// @param secret of the invite
    public HostileMember(String secret) {
        this.identity =
                Ed25519Identity.create(
                        ROOM,
                        RoomKeys.derive(RoomSecret.parse(secret).orElseThrow(), ROOM).media());
    }

    /// That she is there.
    public String enters() {
        Identity shown = identity.named(NAME);
        return ServerMessageCodec.encode(
                new ServerMessage.ParticipantJoined(
                        new ParticipantInfo(new ParticipantId(ADDRESS), NAME, Optional.of(shown))));
    }

    /// That she left.
    public String leaves() {
        return ServerMessageCodec.encode(
                new ServerMessage.ParticipantLeft(
                        new ParticipantId(ADDRESS),
                        LeaveReason.LEFT,
                        Optional.of(identity.sealLeave())));
    }

    /// A message that she sealed, in her own name.
    ///
    /// @param to what the server says of its receiver
    public String says(JsonObject to, PeerMessage message) {
        return says(ADDRESS, to, message);
    }

    /// A message that she sealed, in the name of another.
    ///
    /// @param as what the server says of the other
    public String saysAs(JsonObject as, JsonObject to, PeerMessage message) {
        return says(as.get("id").getAsString(), to, message);
    }

    private String says(String address, JsonObject to, PeerMessage message) {
        String key = to.getAsJsonObject("identity").get("key").getAsString();
        return ServerMessageCodec.encode(
                new ServerMessage.FromPeer(
                        new ParticipantId(address),
                        message,
                        Optional.of(identity.seal(IdentityKey.parse(key).orElseThrow(), message))));
    }
}

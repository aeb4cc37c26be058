package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;

/// Server messages as JSON text. Thread-safe; never throws for any input.
public final class ServerMessageCodec {
    private static final int MAX_MESSAGE = 1024;
    private static final int MAX_SERVER = 128;

    private ServerMessageCodec() {}

    public static Decoded<ServerMessage> decode(String text) {
        return JsonText.decode(text, ServerMessageCodec::read);
    }

    public static String encode(ServerMessage message) {
        return write(message).toString();
    }

    /// The `type` of a message on the wire.
    static String type(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Challenge _ -> "challenge";
            case ServerMessage.Joined _ -> "joined";
            case ServerMessage.ParticipantJoined _ -> "participant-joined";
            case ServerMessage.ParticipantLeft _ -> "participant-left";
            case ServerMessage.FromPeer fromPeer -> PeerMessageFields.type(fromPeer.message());
            case ServerMessage.IceServers _ -> "ice-servers";
            case ServerMessage.Owned _ -> "owned";
            case ServerMessage.RoomInfo _ -> "room-info";
            case ServerMessage.Refused _ -> "refused";
            case ServerMessage.Failed _ -> "error";
        };
    }

    private static Decoded<ServerMessage> read(String type, Fields fields) throws FieldException {
        return switch (type) {
            case "challenge" ->
                    message(
                            new ServerMessage.Challenge(
                                    fields.integer("version", 0, Integer.MAX_VALUE),
                                    fields.text("server", MAX_SERVER),
                                    fields.parsed(
                                            "nonce", 64, Nonce::parse, "base64url of 32 bytes")));
            case "joined" -> message(JoinedFields.read(fields));
            case "participant-joined" ->
                    message(
                            new ServerMessage.ParticipantJoined(
                                    SharedFields.participant(fields.nested("participant"))));
            case "participant-left" ->
                    message(
                            new ServerMessage.ParticipantLeft(
                                    SharedFields.id(fields, "id"),
                                    fields.constant("reason", LeaveReason.class),
                                    PeerMessageFields.readSeal(fields)));
            case "ice-servers" ->
                    message(new ServerMessage.IceServers(IceServerFields.read(fields)));
            case "owned" ->
                    message(
                            new ServerMessage.Owned(
                                    SharedFields.room(fields),
                                    SharedFields.seconds(fields, "keepSeconds")));
            case "room-info" -> message(new ServerMessage.RoomInfo(RoomStateFields.read(fields)));
            case "refused" ->
                    message(
                            new ServerMessage.Refused(
                                    fields.constant("reason", RefusalReason.class),
                                    fields.text("message", MAX_MESSAGE)));
            case "error" -> message(readFailed(fields));
            default -> readFromPeer(type, fields);
        };
    }

    private static ServerMessage readFailed(Fields fields) throws FieldException {
        return new ServerMessage.Failed(
                fields.constant("reason", ErrorReason.class),
                fields.text("message", MAX_MESSAGE),
                fields.has("field") ? Optional.of(fields.text("field", 128)) : Optional.empty());
    }

    private static Decoded<ServerMessage> readFromPeer(String type, Fields fields)
            throws FieldException {
        Optional<PeerMessage> peerMessage = PeerMessageFields.read(type, fields);
        return peerMessage.isEmpty()
                ? new Decoded.UnknownType<>(type)
                : message(
                        new ServerMessage.FromPeer(
                                SharedFields.id(fields, "from"),
                                peerMessage.get(),
                                PeerMessageFields.readSeal(fields)));
    }

    private static Decoded<ServerMessage> message(ServerMessage message) {
        return new Decoded.Message<>(message);
    }

    private static JsonObject write(ServerMessage message) {
        JsonObject object = SharedFields.ofType(type(message));
        switch (message) {
            case ServerMessage.Challenge challenge -> {
                object.addProperty("version", challenge.version());
                object.addProperty("server", challenge.server());
                object.addProperty("nonce", challenge.nonce().base64Url());
            }
            case ServerMessage.Joined joined -> JoinedFields.write(joined, object);
            case ServerMessage.ParticipantJoined joined ->
                    object.add("participant", SharedFields.participant(joined.participant()));
            case ServerMessage.ParticipantLeft left -> {
                object.addProperty("id", left.id().value());
                object.addProperty("reason", left.reason().wireName());
                PeerMessageFields.write(left.seal(), object);
            }
            case ServerMessage.FromPeer fromPeer -> {
                PeerMessageFields.write(fromPeer.message(), object);
                PeerMessageFields.write(fromPeer.seal(), object);
                object.addProperty("from", fromPeer.from().value());
            }
            case ServerMessage.IceServers(var servers) ->
                    object.add(IceServerFields.NAME, IceServerFields.json(servers));
            case ServerMessage.Owned(var room, var keep) -> {
                object.addProperty("room", room.value());
                SharedFields.write("keepSeconds", keep, object);
            }
            case ServerMessage.RoomInfo(var state) -> RoomStateFields.write(state, object);
            case ServerMessage.Refused refused -> {
                object.addProperty("reason", refused.reason().wireName());
                object.addProperty("message", refused.message());
            }
            case ServerMessage.Failed failed -> {
                object.addProperty("reason", failed.reason().wireName());
                object.addProperty("message", failed.message());
                failed.field().ifPresent(field -> object.addProperty("field", field));
            }
        }
        return object;
    }
}

package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.WireName;
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
                                    fields.constant("reason", LeaveReason.class)));
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
                                SharedFields.id(fields, "from"), peerMessage.get()));
    }

    private static Decoded<ServerMessage> message(ServerMessage message) {
        return new Decoded.Message<>(message);
    }

    private static JsonObject write(ServerMessage message) {
        return switch (message) {
            case ServerMessage.Challenge challenge -> {
                JsonObject object = SharedFields.ofType("challenge");
                object.addProperty("version", challenge.version());
                object.addProperty("server", challenge.server());
                object.addProperty("nonce", challenge.nonce().base64Url());
                yield object;
            }
            case ServerMessage.Joined joined -> JoinedFields.write(joined);
            case ServerMessage.ParticipantJoined joined -> {
                JsonObject object = SharedFields.ofType("participant-joined");
                object.add("participant", SharedFields.participant(joined.participant()));
                yield object;
            }
            case ServerMessage.ParticipantLeft left -> {
                JsonObject object = SharedFields.ofType("participant-left");
                object.addProperty("id", left.id().value());
                object.addProperty("reason", left.reason().wireName());
                yield object;
            }
            case ServerMessage.FromPeer fromPeer -> {
                JsonObject object = PeerMessageFields.write(fromPeer.message());
                object.addProperty("from", fromPeer.from().value());
                yield object;
            }
            case ServerMessage.Refused refused ->
                    withReason("refused", refused.reason(), refused.message());
            case ServerMessage.Failed failed -> {
                JsonObject object = withReason("error", failed.reason(), failed.message());
                failed.field().ifPresent(field -> object.addProperty("field", field));
                yield object;
            }
        };
    }

    private static JsonObject withReason(String type, WireName reason, String message) {
        JsonObject object = SharedFields.ofType(type);
        object.addProperty("reason", reason.wireName());
        object.addProperty("message", message);
        return object;
    }
}

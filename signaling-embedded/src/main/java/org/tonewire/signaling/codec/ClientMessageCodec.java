package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.util.Optional;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;

/// Client messages as JSON text. Thread-safe; never throws for any input.
public final class ClientMessageCodec {
    private static final int MAX_KEY_TEXT = 64;
    private static final int MAX_CLIENT = 128;
    private static final String SECRET = "base64url of 32 bytes";

    private ClientMessageCodec() {}

    public static Decoded<ClientMessage> decode(String text) {
        return JsonText.decode(text, ClientMessageCodec::read);
    }

    public static String encode(ClientMessage message) {
        return write(message).toString();
    }

    /// The `type` of a message on the wire; metrics use it, too.
    public static String type(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Hello _ -> "hello";
            case ClientMessage.Open _ -> "open";
            case ClientMessage.Own _ -> "own";
            case ClientMessage.Query _ -> "query";
            case ClientMessage.End _ -> "end";
            case ClientMessage.Enter _ -> "enter";
            case ClientMessage.Join _ -> "join";
            case ClientMessage.ToPeer toPeer -> PeerMessageFields.type(toPeer.message());
            case ClientMessage.Leave _ -> "leave";
        };
    }

    private static Decoded<ClientMessage> read(String type, Fields fields) throws FieldException {
        return switch (type) {
            case "hello" ->
                    message(
                            new ClientMessage.Hello(
                                    fields.integer("version", 0, Integer.MAX_VALUE),
                                    fields.text("client", MAX_CLIENT)));
            case "open" ->
                    message(
                            new ClientMessage.Open(
                                    SharedFields.room(fields),
                                    SharedFields.name(fields),
                                    readKey(fields),
                                    IdentityFields.readJoin(fields),
                                    OwnerFields.readHash(fields)));
            case "own" -> message(readOwn(fields));
            case "query" ->
                    message(
                            new ClientMessage.Query(
                                    SharedFields.room(fields),
                                    readProof(fields),
                                    OwnerFields.read(fields)));
            case "end" ->
                    message(
                            new ClientMessage.End(
                                    SharedFields.room(fields),
                                    readProof(fields),
                                    OwnerFields.read(fields)));
            case "enter" ->
                    message(
                            new ClientMessage.Enter(
                                    SharedFields.room(fields), SharedFields.name(fields)));
            case "join" -> message(readJoin(fields));
            case "leave" -> message(new ClientMessage.Leave(PeerMessageFields.readSeal(fields)));
            default -> readToPeer(type, fields);
        };
    }

    private static ClientMessage readOwn(Fields fields) throws FieldException {
        return new ClientMessage.Own(
                SharedFields.room(fields),
                readKey(fields),
                OwnerFields.read(fields),
                SharedFields.seconds(fields, "keepSeconds"));
    }

    private static ClientMessage readJoin(Fields fields) throws FieldException {
        return new ClientMessage.Join(
                SharedFields.room(fields),
                SharedFields.name(fields),
                readProof(fields),
                IdentityFields.readJoin(fields));
    }

    private static AccessKey readKey(Fields fields) throws FieldException {
        return fields.parsed("accessKey", MAX_KEY_TEXT, AccessKey::parse, SECRET);
    }

    private static JoinProof readProof(Fields fields) throws FieldException {
        return fields.parsed("proof", MAX_KEY_TEXT, JoinProof::parse, SECRET);
    }

    private static Decoded<ClientMessage> readToPeer(String type, Fields fields)
            throws FieldException {
        Optional<PeerMessage> peerMessage = PeerMessageFields.read(type, fields);
        return peerMessage.isEmpty()
                ? new Decoded.UnknownType<>(type)
                : message(
                        new ClientMessage.ToPeer(
                                SharedFields.id(fields, "to"),
                                peerMessage.get(),
                                PeerMessageFields.readSeal(fields)));
    }

    private static Decoded<ClientMessage> message(ClientMessage message) {
        return new Decoded.Message<>(message);
    }

    private static JsonObject write(ClientMessage message) {
        JsonObject object = SharedFields.ofType(type(message));
        switch (message) {
            case ClientMessage.Hello(int version, String client) -> {
                object.addProperty("version", version);
                object.addProperty("client", client);
            }
            case ClientMessage.Open open -> {
                object.addProperty("room", open.room().value());
                object.addProperty("name", open.name().value());
                object.addProperty("accessKey", open.accessKey().base64Url());
                object.add("identity", IdentityFields.json(open.identity()));
                open.owner().ifPresent(owner -> OwnerFields.write(owner, object));
            }
            case ClientMessage.Own own -> write(own, object);
            case ClientMessage.Query query -> write(query, object);
            case ClientMessage.End end -> write(end, object);
            case ClientMessage.Enter(var room, var name) -> {
                object.addProperty("room", room.value());
                object.addProperty("name", name.value());
            }
            case ClientMessage.Join join -> {
                object.addProperty("room", join.room().value());
                object.addProperty("name", join.name().value());
                object.addProperty("proof", join.proof().base64Url());
                object.add("identity", IdentityFields.json(join.identity()));
            }
            case ClientMessage.ToPeer toPeer -> {
                PeerMessageFields.write(toPeer.message(), object);
                PeerMessageFields.write(toPeer.seal(), object);
                object.addProperty("to", toPeer.to().value());
            }
            case ClientMessage.Leave(Optional<Seal> seal) -> PeerMessageFields.write(seal, object);
        }
        return object;
    }

    private static void write(ClientMessage.Own own, JsonObject object) {
        object.addProperty("room", own.room().value());
        object.addProperty("accessKey", own.accessKey().base64Url());
        OwnerFields.write(own.owner(), object);
        SharedFields.write("keepSeconds", own.keep(), object);
    }

    private static void write(ClientMessage.Query query, JsonObject object) {
        object.addProperty("room", query.room().value());
        object.addProperty("proof", query.proof().base64Url());
        OwnerFields.write(query.owner(), object);
    }

    private static void write(ClientMessage.End end, JsonObject object) {
        object.addProperty("room", end.room().value());
        object.addProperty("proof", end.proof().base64Url());
        OwnerFields.write(end.owner(), object);
    }
}

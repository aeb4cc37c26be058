package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.dialect.SessionDescription.Kind;
import org.tonewire.signaling.dialect.Signal.Original;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.event.Family;

/// The JSON of signals between servers of a cluster. Stateless.
public final class SignalJson {
    private static final ParticipantId ANYBODY = new ParticipantId("-");
    private static final String NATIVE = "native";
    private static final String KIND = "kind";
    private static final String VALUE = "value";
    private static final String TYPE = "type";

    private SignalJson() {}

    public static JsonObject write(Signal signal) {
        JsonObject json = new JsonObject();
        switch (signal.original()) {
            case Original.Native(PeerMessage message, Optional<Seal> seal) ->
                    json.addProperty(
                            NATIVE,
                            ServerMessageCodec.encode(
                                    new ServerMessage.FromPeer(ANYBODY, message, seal)));
            case Original.Json original -> {
                json.addProperty("family", original.family().name());
                json.add("json", original.json());
                json.addProperty("bytes", original.bytes());
                write(signal, json);
            }
        }
        return json;
    }

    private static void write(Signal signal, JsonObject json) {
        switch (signal) {
            case Signal.Description(SessionDescription session, _) -> {
                json.addProperty(KIND, "description");
                json.addProperty(TYPE, session.kind().name());
                json.add(VALUE, session.form());
            }
            case Signal.Candidate(JsonElement candidate, _) -> {
                json.addProperty(KIND, "candidate");
                json.add(VALUE, candidate);
            }
            case Signal.Custom(String type, JsonObject payload, _) -> {
                json.addProperty(KIND, "custom");
                json.addProperty(TYPE, type);
                json.add(VALUE, payload);
            }
            case Signal.Other _ -> json.addProperty(KIND, "other");
        }
    }

    /// @throws JsonParseException if it is no signal
    /// @throws IllegalArgumentException if a part of it is not valid
    public static Signal read(JsonObject json) {
        if (json.has(NATIVE)) {
            if (ServerMessageCodec.decode(text(json, NATIVE))
                            instanceof Decoded.Message<ServerMessage>(ServerMessage message)
                    && message instanceof ServerMessage.FromPeer peer) {
                return NativeSignals.signal(peer.message(), peer.seal());
            }
            throw new JsonParseException("no native message");
        }
        if (!(json.get("json") instanceof JsonObject whole)
                || !(json.get("bytes") instanceof JsonPrimitive bytes)) {
            throw new JsonParseException("no original message");
        }
        Original original =
                new Original.Json(new Family(text(json, "family")), whole, bytes.getAsInt());
        return switch (text(json, KIND)) {
            case "description" ->
                    new Signal.Description(
                            SessionDescription.parse(Kind.valueOf(text(json, TYPE)), value(json))
                                    .orElseThrow(() -> new JsonParseException("no description")),
                            original);
            case "candidate" -> new Signal.Candidate(value(json), original);
            case "custom" ->
                    new Signal.Custom(text(json, TYPE), value(json).getAsJsonObject(), original);
            case "other" -> new Signal.Other(original);
            default -> throw new JsonParseException("no kind of signal");
        };
    }

    private static String text(JsonObject json, String field) {
        if (json.get(field) instanceof JsonPrimitive primitive) {
            return primitive.getAsString();
        }
        throw new JsonParseException(field + " is missing");
    }

    private static JsonElement value(JsonObject json) {
        JsonElement value = json.get(VALUE);
        if (value == null) {
            throw new JsonParseException("a signal without a value");
        }
        return value;
    }
}

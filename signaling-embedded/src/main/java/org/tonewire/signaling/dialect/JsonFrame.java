package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// A JSON object that a client sent. Not to be modified: it may be relayed to several clients at
/// once.
///
/// @param bytes the length of its text
public record JsonFrame(JsonObject json, int bytes) {
    private static final String ID_RULE = "1 to 128 printable characters";
    private static final String ROOM_RULE = "1 to 64 letters, digits, spaces or . _ -";

    /// The length of a text on the wire.
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The text of this field; empty if it is missing, `null`, a list or an object. A number or a
    /// truth value is taken as its text, as it was written.
    public Optional<String> text(String field) {
        return json.get(field) instanceof JsonPrimitive primitive
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /// The value of this field; empty if it is missing or `null`.
    public Optional<JsonElement> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isJsonNull());
    }

    /// The object in this field; empty if it is missing or not an object.
    public Optional<JsonFrame> object(String field) {
        return json.get(field) instanceof JsonObject object
                ? Optional.of(new JsonFrame(object, bytes))
                : Optional.empty();
    }

    /// The participant id in this field; empty if it is missing or not a valid one.
    public Optional<ParticipantId> id(String field) {
        return text(field).flatMap(ParticipantId::parse);
    }

    /// The room name in this field; empty if it is missing or not a valid one.
    public Optional<RoomName> room(String field) {
        return text(field).flatMap(RoomName::parse);
    }

    /// Why this field holds no participant id, as an English phrase; empty if it is missing.
    public Optional<String> idFault(String field) {
        return fault(field, ID_RULE);
    }

    /// Why this field holds no room name, as an English phrase; empty if it is missing.
    public Optional<String> roomFault(String field) {
        return fault(field, ROOM_RULE);
    }

    /// Why this field is not as it has to be, as an English phrase; empty if it is missing.
    ///
    /// @param rule what the text of the field has to be
    public Optional<String> fault(String field, String rule) {
        return value(field)
                .map(value -> {
                    if (value.isJsonArray()) {
                        return "a list, not a text";
                    }
                    return value.isJsonObject() ? "an object, not a text" : "not " + rule;
                });
    }
}

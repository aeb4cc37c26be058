package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;

/// A JSON object that a client sent. Not to be modified: it may be relayed to several clients at
/// once.
///
/// @param bytes the length of its text
public record JsonFrame(JsonObject json, int bytes) {
    /// The length of a text on the wire.
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// The text of this field; empty if it is missing or not a text.
    public Optional<String> text(String field) {
        return json.get(field) instanceof JsonPrimitive primitive && primitive.isString()
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
}

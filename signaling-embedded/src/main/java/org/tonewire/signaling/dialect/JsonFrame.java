package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;

/// A JSON object that a client sent. It is never changed: it may be on its way to many.
///
/// @param characters of its text
public record JsonFrame(JsonObject json, int characters) {
    /// The text in this field.
    public Optional<String> text(String field) {
        return json.get(field) instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /// What is in this field, other than `null`.
    public Optional<JsonElement> value(String field) {
        return Optional.ofNullable(json.get(field)).filter(value -> !value.isJsonNull());
    }

    /// The object in this field.
    public Optional<JsonFrame> object(String field) {
        return json.get(field) instanceof JsonObject object
                ? Optional.of(new JsonFrame(object, characters))
                : Optional.empty();
    }

    /// The participant that this field names.
    public Optional<ParticipantId> id(String field) {
        return text(field).flatMap(ParticipantId::parse);
    }
}

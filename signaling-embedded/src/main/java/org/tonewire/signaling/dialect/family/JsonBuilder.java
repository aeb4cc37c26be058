package org.tonewire.signaling.dialect.family;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.room.event.Participant;

/// Builds a message. The fields are written in the order in which they are added.
final class JsonBuilder {
    private final JsonObject json = new JsonObject();

    static JsonBuilder ofType(String type) {
        return new JsonBuilder().with("type", type);
    }

    JsonBuilder with(String field, String value) {
        json.addProperty(field, value);
        return this;
    }

    JsonBuilder with(String field, ParticipantId id) {
        return with(field, id.value());
    }

    JsonBuilder with(String field, JsonElement value) {
        json.add(field, value);
        return this;
    }

    JsonBuilder with(String field, List<Participant> participants) {
        JsonArray ids = new JsonArray(participants.size());
        participants.forEach(participant -> ids.add(participant.id().value()));
        return with(field, ids);
    }

    /// Adds all fields of this object except those named.
    JsonBuilder withAllOf(JsonObject object, String... but) {
        object.asMap()
                .forEach((field, value) -> {
                    if (!List.of(but).contains(field)) {
                        json.add(field, value);
                    }
                });
        return this;
    }

    JsonObject json() {
        return json;
    }

    Step send() {
        return new Step.Send(json.toString());
    }
}

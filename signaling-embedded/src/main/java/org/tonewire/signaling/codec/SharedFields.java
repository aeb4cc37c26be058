package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomName;

/// Fields that occur in messages of both directions.
final class SharedFields {
    private static final int MAX_NAME_TEXT = 256;
    private static final int MAX_ID_TEXT = 128;

    private SharedFields() {}

    static RoomName room(Fields fields) throws FieldException {
        return fields.parsed(
                "room",
                MAX_NAME_TEXT,
                RoomName::parse,
                "1 to 64 letters, digits, spaces or . _ - with a letter or digit among them");
    }

    static ParticipantName name(Fields fields) throws FieldException {
        return fields.parsed(
                "name", MAX_NAME_TEXT, ParticipantName::parse, "1 to 64 printable characters");
    }

    static ParticipantId id(Fields fields, String field) throws FieldException {
        return fields.parsed(
                field, MAX_ID_TEXT, ParticipantId::parse, "1 to 128 printable characters");
    }

    static ParticipantInfo participant(Fields fields) throws FieldException {
        return new ParticipantInfo(id(fields, "id"), name(fields), IdentityFields.read(fields));
    }

    static JsonObject participant(ParticipantInfo participant) {
        JsonObject object = new JsonObject();
        object.addProperty("id", participant.id().value());
        object.addProperty("name", participant.name().value());
        participant
                .identity()
                .ifPresent(identity -> object.add("identity", IdentityFields.json(identity)));
        return object;
    }

    /// A time in whole seconds, which may be missing.
    static Optional<Duration> seconds(Fields fields, String field) throws FieldException {
        return fields.has(field)
                ? Optional.of(Duration.ofSeconds(fields.integer(field, 0, Integer.MAX_VALUE)))
                : Optional.empty();
    }

    static void write(String field, Optional<Duration> time, JsonObject object) {
        time.ifPresent(value -> object.addProperty(field, value.toSeconds()));
    }

    static JsonObject ofType(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }
}

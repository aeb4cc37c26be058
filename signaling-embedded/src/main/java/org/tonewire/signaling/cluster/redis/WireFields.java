package org.tonewire.signaling.cluster.redis;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.room.event.ConnectionId;

/// An object that another server wrote. Throws [JsonParseException] for what is missing, and
/// [IllegalArgumentException] for what is not valid.
record WireFields(JsonObject json) {
    boolean has(String field) {
        return json.has(field);
    }

    String text(String field) {
        return primitive(field).getAsString();
    }

    long number(String field) {
        return primitive(field).getAsLong();
    }

    int integer(String field) {
        return primitive(field).getAsInt();
    }

    boolean truth(String field) {
        return primitive(field).getAsBoolean();
    }

    /// A connection of a server of a cluster.
    ConnectionId connection(String field) {
        ConnectionId connection = new ConnectionId(number(field));
        var _ = NodeId.of(connection);
        return connection;
    }

    Duration millis(String field) {
        return Duration.ofMillis(number(field));
    }

    <T> T value(String field, Function<String, Optional<T>> parser) {
        return parser.apply(text(field)).orElseThrow(() -> wrong(field));
    }

    /// What the reader makes of these fields if this one is there.
    <T> Optional<T> optional(String field, Function<WireFields, T> reader) {
        return has(field) ? Optional.of(reader.apply(this)) : Optional.empty();
    }

    <T> Optional<T> optionalValue(String field, Function<String, Optional<T>> parser) {
        return optional(field, fields -> fields.value(field, parser));
    }

    WireFields nested(String field) {
        if (json.get(field) instanceof JsonObject object) {
            return new WireFields(object);
        }
        throw wrong(field);
    }

    <T> List<T> list(String field, Function<WireFields, T> reader) {
        List<T> entries = new ArrayList<>();
        for (JsonElement entry : array(field)) {
            if (!(entry instanceof JsonObject object)) {
                throw wrong(field);
            }
            entries.add(reader.apply(new WireFields(object)));
        }
        return entries;
    }

    List<Long> numbers(String field) {
        return texts(field).stream().map(Long::valueOf).toList();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonElement entry : array(field)) {
            if (!(entry instanceof JsonPrimitive primitive)) {
                throw wrong(field);
            }
            texts.add(primitive.getAsString());
        }
        return texts;
    }

    private JsonArray array(String field) {
        if (json.get(field) instanceof JsonArray array) {
            return array;
        }
        throw wrong(field);
    }

    private JsonPrimitive primitive(String field) {
        if (json.get(field) instanceof JsonPrimitive primitive) {
            return primitive;
        }
        throw wrong(field);
    }

    static <T> JsonArray array(Iterable<T> values, Function<T, JsonElement> writer) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(writer.apply(value)));
        return array;
    }

    private static JsonParseException wrong(String field) {
        return new JsonParseException(field + " is missing or wrong");
    }
}

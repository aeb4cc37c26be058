package org.tonewire.signaling.codec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/// Reads one text frame as exactly one JSON object, within limits of size and depth.
final class JsonText {
    /// The most characters in one frame; the server's frame limit in bytes is the same number.
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_DEPTH = 8;

    private JsonText() {}

    /// Reads the frame and hands its object to `body`.
    static <M> Decoded<M> decode(String text, Body<M> body) {
        if (text.length() > MAX_CHARACTERS) {
            return new Decoded.NotAnObject<>("longer than " + MAX_CHARACTERS + " characters");
        }
        JsonElement element;
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                return new Decoded.NotAnObject<>("more than one JSON value");
            }
        } catch (JsonParseException | IOException | NumberFormatException _) {
            return new Decoded.NotAnObject<>("not JSON, or nested too deeply");
        }
        if (!(element instanceof JsonObject object)) {
            return new Decoded.NotAnObject<>("not a JSON object");
        }
        return decode(object, body);
    }

    private static <M> Decoded<M> decode(JsonObject object, Body<M> body) {
        try {
            Fields fields = new Fields(object);
            return body.read(fields.text("type", 64), fields);
        } catch (FieldException e) {
            return e.asDecoded();
        }
    }

    /// Makes a message of the type's fields.
    interface Body<M> {
        Decoded<M> read(String type, Fields fields) throws FieldException;
    }
}

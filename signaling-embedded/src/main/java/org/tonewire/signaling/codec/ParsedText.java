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

/// Text parsed as exactly one JSON object (RFC 8259, strict). Never throws, whatever the text.
public sealed interface ParsedText {
    record OfObject(JsonObject object) implements ParsedText {}

    /// @param problem an English phrase that fits into a close reason
    record Unfit(String problem) implements ParsedText {}

    /// @param maxDepth how deep objects and lists may be nested
    static ParsedText parse(String text, int maxDepth) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(maxDepth);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                return new Unfit("more than one JSON value");
            }
            return element instanceof JsonObject object
                    ? new OfObject(object)
                    : new Unfit("not a JSON object");
        } catch (JsonParseException | IOException | NumberFormatException _) {
            return new Unfit("not JSON, or nested too deeply");
        }
    }
}

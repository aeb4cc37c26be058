package org.tonewire.signaling.codec;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text parsed as exactly one JSON object (RFC 8259, strict). Never throws, whatever the text.
public sealed interface ParsedText {
    /// What some editors and libraries put in front of a text.
    String BYTE_ORDER_MARK = "\uFEFF";

    /// Where the parser stopped, in its own words.
    Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    record OfObject(JsonObject object) implements ParsedText {}

    /// @param problem an English phrase that fits into a close reason
    record Unfit(String problem) implements ParsedText {}

    /// @param maxDepth how deep objects and lists may be nested
    static ParsedText parse(String text, int maxDepth) {
        String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(maxDepth);
            JsonElement element = JsonParser.parseReader(reader);
            if (!isAtEnd(reader)) {
                return new Unfit("text after the JSON value");
            }
            return element instanceof JsonObject object
                    ? new OfObject(object)
                    : new Unfit("not a JSON object");
        } catch (JsonParseException | IOException | NumberFormatException e) {
            return new Unfit(problem(e, maxDepth));
        }
    }

    private static boolean isAtEnd(JsonReader reader) throws IOException {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (MalformedJsonException _) {
            return false;
        }
    }

    private static String problem(Exception failure, int maxDepth) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        if (message.startsWith("Nesting limit")) {
            return "nested more than " + maxDepth + " deep";
        }
        if (cause instanceof EOFException) {
            return "not JSON: it ends too early";
        }
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? "not JSON (line " + place.group(1) + ", column " + place.group(2) + ")"
                : "not JSON";
    }
}

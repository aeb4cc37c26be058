package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;

/// Reads a text frame as exactly one JSON object, within limits of size and depth.
final class JsonText {
    /// The maximum length of a native message in UTF-16 units. The server limits a frame to the
    /// same number of bytes by default.
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_DEPTH = 8;

    private JsonText() {}

    /// Parses the frame and passes its type and fields to `body`.
    static <M> Decoded<M> decode(String text, Body<M> body) {
        if (text.length() > MAX_CHARACTERS) {
            return new Decoded.NotAnObject<>("longer than " + MAX_CHARACTERS + " characters");
        }
        return switch (ParsedText.parse(text, MAX_DEPTH)) {
            case ParsedText.Unfit(String problem) -> new Decoded.NotAnObject<>(problem);
            case ParsedText.OfObject(JsonObject object) -> decode(object, body);
        };
    }

    private static <M> Decoded<M> decode(JsonObject object, Body<M> body) {
        try {
            Fields fields = new Fields(object);
            return body.read(fields.text("type", 64), fields);
        } catch (FieldException e) {
            return e.asDecoded();
        }
    }

    /// Creates the message from its type and fields.
    interface Body<M> {
        Decoded<M> read(String type, Fields fields) throws FieldException;
    }
}

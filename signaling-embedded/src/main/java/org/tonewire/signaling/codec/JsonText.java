package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;

/// Reads one text frame as exactly one JSON object, within limits of size and depth.
final class JsonText {
    /// The most characters of a native message; the server's default limit of a frame in bytes.
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_DEPTH = 8;

    private JsonText() {}

    /// Reads the frame and hands its object to `body`.
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

    /// Makes a message of the type's fields.
    interface Body<M> {
        Decoded<M> read(String type, Fields fields) throws FieldException;
    }
}

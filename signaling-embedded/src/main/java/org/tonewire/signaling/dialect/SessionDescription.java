package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;

/// The session description of an offer or answer in the form in which it arrived.
///
/// @param form a text (the SDP) or an object with `type` and `sdp`
public record SessionDescription(Kind kind, JsonElement form) {
    /// The role of a description.
    public enum Kind {
        OFFER,
        ANSWER;

        /// The `type` of browsers: `offer` or `answer`.
        public String type() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static SessionDescription of(Kind kind, String sdp) {
        return new SessionDescription(kind, new JsonPrimitive(sdp));
    }

    /// The description; empty if the value is neither a text nor an object with a text `sdp`.
    public static Optional<SessionDescription> parse(Kind kind, JsonElement form) {
        boolean fits = form instanceof JsonObject object ? isText(object.get("sdp")) : isText(form);
        return fits ? Optional.of(new SessionDescription(kind, form)) : Optional.empty();
    }

    /// The SDP alone.
    public String sdp() {
        return form instanceof JsonObject object
                ? object.get("sdp").getAsString()
                : form.getAsString();
    }

    /// The object with `type` and `sdp`.
    public JsonObject object() {
        if (form instanceof JsonObject object) {
            return object;
        }
        JsonObject object = new JsonObject();
        object.addProperty("type", kind.type());
        object.add("sdp", form);
        return object;
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }
}

package org.tonewire.signaling.dialect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.Optional;

/// The session description in an offer or answer, as it came: bare SDP, or an object with `type`
/// and `sdp`.
public record SessionDescription(Kind kind, JsonElement form) {
    /// What a description is for.
    public enum Kind {
        OFFER,
        ANSWER;

        /// As browsers write it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static SessionDescription of(Kind kind, String sdp) {
        return new SessionDescription(kind, new JsonPrimitive(sdp));
    }

    /// What stands for a description in some family's message, or nothing where it is none.
    public static Optional<SessionDescription> parse(Kind kind, JsonElement form) {
        boolean fits = form instanceof JsonObject object ? isText(object.get("sdp")) : isText(form);
        return fits ? Optional.of(new SessionDescription(kind, form)) : Optional.empty();
    }

    /// The bare SDP.
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
        object.addProperty("type", kind.word());
        object.add("sdp", form);
        return object;
    }

    private static boolean isText(JsonElement element) {
        return element instanceof JsonPrimitive primitive && primitive.isString();
    }
}

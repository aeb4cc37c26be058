package org.tonewire.app.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tonewire.app.core.control.ControlCodec;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.control.ControlMessage.Chat;
import org.tonewire.app.core.control.ControlMessage.TrackInfo;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.core.trust.OwnerSeal;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.Truncation;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Control messages as JSON objects (`docs/PROTOCOL.md`, "Control channel"). What comes in is from
/// a stranger: its size, its lists and its texts are bounded. Any thread.
public final class JsonControlCodec implements ControlCodec {
    private static final int MAX_LENGTH = 65_536;
    private static final int MAX_TRACKS = 64;
    private static final int MAX_NAME = 64;

    /// Control characters, line ends, halves of characters, and what turns the direction of the
    /// text around.
    private static final String NOT_IN_NAMES =
            "\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069";

    private static final Pattern FORBIDDEN_IN_NAMES = Pattern.compile("[" + NOT_IN_NAMES + "]");
    private static final Pattern FORBIDDEN_IN_CHAT =
            Pattern.compile("[[" + NOT_IN_NAMES + "]&&[^\n\t]]");

    @Override
    public String encode(ControlMessage message) {
        JsonObject json = new JsonObject();
        switch (message) {
            case ControlMessage.Chat(String text, int number) -> {
                json.addProperty("type", "chat");
                json.addProperty("text", text);
                if (number > 0) {
                    json.addProperty("number", number);
                }
            }
            case ControlMessage.State(String name, List<TrackInfo> tracks) -> {
                json.addProperty("type", "state");
                json.addProperty("name", name);
                JsonArray array = new JsonArray();
                tracks.forEach(track -> array.add(encode(track)));
                json.add("tracks", array);
            }
            case ControlMessage.NewSecret(
                            RoomSecret secret,
                            List<IdentityKey> removed,
                            var seal) -> {
                json.addProperty("type", "invite");
                json.addProperty("secret", secret.text());
                JsonArray array = new JsonArray();
                removed.forEach(key -> array.add(encode(key)));
                json.add("removed", array);
                add(json, seal);
            }
            case ControlMessage.Removed(OwnerSeal seal) -> {
                json.addProperty("type", "removed");
                add(json, seal);
            }
        }
        return json.toString();
    }

    @Override
    public Optional<ControlMessage> decode(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return read(JsonFields.parse(text));
        } catch (JsonParseException _) {
            return Optional.empty();
        }
    }

    private static JsonObject encode(TrackInfo track) {
        JsonObject json = new JsonObject();
        json.addProperty("id", track.id().value());
        json.addProperty("name", track.name());
        json.addProperty("profile", track.profile().name().toLowerCase(Locale.ROOT));
        json.addProperty("muted", track.muted());
        return json;
    }

    private static JsonObject encode(IdentityKey key) {
        JsonObject json = new JsonObject();
        json.addProperty("participant", key.base64Url());
        return json;
    }

    private static void add(JsonObject json, OwnerSeal seal) {
        json.addProperty("owner", seal.owner().base64Url());
        json.addProperty("seal", seal.seal().text());
    }

    private static Optional<ControlMessage> read(JsonFields json) {
        return switch (name(json, "type")) {
            case "chat" ->
                    chat(
                            text(json, "text", FORBIDDEN_IN_CHAT, Chat.MAX_CODE_POINTS),
                            json.integer("number").orElse(0));
            case "state" ->
                    Optional.of(
                            new ControlMessage.State(
                                    name(json, "name"), tracks(json.objects("tracks"))));
            case "invite" ->
                    json.parsed("secret", RoomSecret::parse)
                            .flatMap(secret -> seal(json).map(seal -> renewal(json, secret, seal)));
            case "removed" -> seal(json).map(ControlMessage.Removed::new);
            default -> Optional.empty();
        };
    }

    private static Optional<ControlMessage> chat(String text, int number) {
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new ControlMessage.Chat(text, Math.max(number, 0)));
    }

    private static List<TrackInfo> tracks(List<JsonFields> entries) {
        return entries.stream().limit(MAX_TRACKS).map(JsonControlCodec::track).toList();
    }

    private static ControlMessage renewal(JsonFields json, RoomSecret secret, OwnerSeal seal) {
        return new ControlMessage.NewSecret(secret, removed(json.objects("removed")), seal);
    }

    private static Optional<OwnerSeal> seal(JsonFields json) {
        return json.parsed("owner", IdentityKey::parse)
                .flatMap(owner ->
                        json.parsed("seal", Seal::parse).map(seal -> new OwnerSeal(owner, seal)));
    }

    private static List<IdentityKey> removed(List<JsonFields> entries) {
        return entries.stream()
                .limit(ControlMessage.NewSecret.MAX_REMOVED)
                .flatMap(entry -> entry.parsed("participant", IdentityKey::parse).stream())
                .toList();
    }

    private static TrackInfo track(JsonFields json) {
        return new TrackInfo(
                new TrackId(name(json, "id")),
                name(json, "name"),
                json.constant("profile", Profile.class).orElse(Profile.MUSIC),
                json.flag("muted").orElse(false));
    }

    private static String name(JsonFields json, String field) {
        return text(json, field, FORBIDDEN_IN_NAMES, MAX_NAME);
    }

    /// The text of a field without what is forbidden in it, cut to a number of code points; empty
    /// where there is none.
    private static String text(JsonFields json, String field, Pattern forbidden, int most) {
        String text = json.text(field).orElse("");
        return Truncation.toCodePoints(forbidden.matcher(text).replaceAll(""), most);
    }
}

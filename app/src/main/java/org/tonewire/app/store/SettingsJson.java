package org.tonewire.app.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.keys.TalkKey;
import org.tonewire.app.core.keys.TalkMode;
import org.tonewire.app.core.keys.TalkSettings;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.settings.Appearance;
import org.tonewire.app.core.settings.DesktopSettings;
import org.tonewire.app.core.settings.Language;
import org.tonewire.app.core.settings.Settings;
import org.tonewire.app.core.settings.Settings.Look;
import org.tonewire.app.core.settings.SoundSettings;
import org.tonewire.app.core.source.Profile;
import org.tonewire.signaling.protocol.ParticipantName;

/// The settings file's text. A field that is missing has its default; one of the wrong kind makes
/// the file broken.
///
/// ```json
/// {
///   "version": 2,
///   "name": "Ada",
///   "look": "light | dark | system",
///   "language": "en | de | es | ja; missing or another is the system's",
///   "lessMotion": false,
///   "output": {"kind": "system-default | chosen | nowhere", "device": "id, where chosen"},
///   "microphone": "id; missing is the system's default",
///   "profiles": {"microphone": "voice | music | studio", "other": "voice | music | studio"},
///   "ice": {
///     "servers": [{"uri": "turn:turn.example.org", "username": "ada", "password": "…"}],
///     "relayOnly": false, "minPort": 0, "maxPort": 0
///   },
///   "hostPort": 0,
///   "recordFolder": "path; missing is the usual folder",
///   "announce": true, "notify": true, "tray": true,
///   "talk": {"mode": "off | hold | toggle", "key": "F8, Ctrl+Space …"},
///   "updates": "https://…; missing asks nobody",
///   "welcomed": false
/// }
/// ```
///
/// Version 1 had `recentInvites`, which are now in [KnownRoomsJson]'s file; who has a name there
/// has done the first steps.
final class SettingsJson {
    static final int VERSION = 2;

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private SettingsJson() {}

    static String write(Settings settings) {
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        settings.name().ifPresent(name -> root.addProperty("name", name.value()));
        root.addProperty("look", settings.look().name().toLowerCase(Locale.ROOT));
        Language language = settings.appearance().language();
        if (language != Language.SYSTEM) {
            root.addProperty("language", language.tag());
        }
        root.addProperty("lessMotion", settings.appearance().lessMotion());
        root.add("output", output(settings.output()));
        settings.sound().microphone().ifPresent(id -> root.addProperty("microphone", id.value()));
        root.add("profiles", profiles(settings.sound()));
        root.add("ice", ice(settings.ice()));
        root.addProperty("hostPort", settings.hostPort());
        desktop(root, settings.desktop());
        return GSON.toJson(root) + "\n";
    }

    /// @throws JsonParseException when it is no settings file, or one of a newer version
    static Settings read(String text) {
        try {
            return settings(JsonParser.parseString(text).getAsJsonObject());
        } catch (IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException broken) {
            throw new JsonParseException("not a settings file", broken);
        }
    }

    private static Settings settings(JsonObject root) {
        int version = integer(root, "version", VERSION);
        if (version > VERSION) {
            throw new JsonParseException("written by a newer version");
        }
        if (version == 1) {
            root.addProperty("welcomed", root.has("name"));
        }
        Settings defaults = Settings.DEFAULT;
        return new Settings(
                text(root, "name").flatMap(ParticipantName::parse),
                appearance(root),
                sound(root),
                member(root, "ice").map(SettingsJson::ice).orElse(defaults.ice()),
                port(root, "hostPort"),
                desktop(root));
    }

    private static void desktop(JsonObject root, DesktopSettings desktop) {
        desktop.recordFolder()
                .ifPresent(folder -> root.addProperty("recordFolder", folder.toString()));
        root.addProperty("announce", desktop.announce());
        root.addProperty("notify", desktop.notifications());
        root.addProperty("tray", desktop.tray());
        root.add("talk", talk(desktop.talk()));
        desktop.updates().ifPresent(address -> root.addProperty("updates", address));
        root.addProperty("welcomed", desktop.welcomed());
    }

    private static DesktopSettings desktop(JsonObject root) {
        DesktopSettings defaults = DesktopSettings.DEFAULT;
        return new DesktopSettings(
                text(root, "recordFolder").map(Path::of),
                flag(root, "announce", defaults.announce()),
                flag(root, "notify", defaults.notifications()),
                flag(root, "tray", defaults.tray()),
                member(root, "talk").map(SettingsJson::talk).orElse(defaults.talk()),
                text(root, "updates"),
                flag(root, "welcomed", defaults.welcomed()));
    }

    private static JsonObject talk(TalkSettings talk) {
        JsonObject json = new JsonObject();
        json.addProperty("mode", talk.mode().name().toLowerCase(Locale.ROOT));
        json.addProperty("key", talk.key().text());
        return json;
    }

    private static TalkSettings talk(JsonObject json) {
        return new TalkSettings(
                text(json, "mode")
                        .map(mode -> TalkMode.valueOf(mode.toUpperCase(Locale.ROOT)))
                        .orElse(TalkMode.OFF),
                text(json, "key")
                        .map(key -> TalkKey.parse(key).orElseThrow(SettingsJson::noKey))
                        .orElse(TalkKey.DEFAULT));
    }

    private static JsonParseException noKey() {
        return new JsonParseException("no key to talk by");
    }

    private static Appearance appearance(JsonObject root) {
        return new Appearance(
                text(root, "look").map(SettingsJson::look).orElse(Settings.DEFAULT.look()),
                text(root, "language").flatMap(Language::ofTag).orElse(Language.SYSTEM),
                flag(root, "lessMotion", false));
    }

    private static Look look(String name) {
        return Look.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static JsonObject profiles(SoundSettings sound) {
        JsonObject json = new JsonObject();
        json.addProperty("microphone", word(sound.microphoneProfile()));
        json.addProperty("other", word(sound.otherProfile()));
        return json;
    }

    private static SoundSettings sound(JsonObject root) {
        SoundSettings defaults = SoundSettings.DEFAULT;
        JsonObject profiles = member(root, "profiles").orElseGet(JsonObject::new);
        return new SoundSettings(
                member(root, "output").map(SettingsJson::output).orElse(defaults.output()),
                text(root, "microphone").map(DeviceId::new),
                text(profiles, "microphone")
                        .map(SettingsJson::profile)
                        .orElse(defaults.microphoneProfile()),
                text(profiles, "other").map(SettingsJson::profile).orElse(defaults.otherProfile()));
    }

    private static String word(Profile profile) {
        return profile.name().toLowerCase(Locale.ROOT);
    }

    private static Profile profile(String word) {
        return Profile.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static JsonObject output(OutputChoice choice) {
        JsonObject json = new JsonObject();
        switch (choice) {
            case OutputChoice.SystemDefault() -> json.addProperty("kind", "system-default");
            case OutputChoice.Nowhere() -> json.addProperty("kind", "nowhere");
            case OutputChoice.Chosen(DeviceId device) -> {
                json.addProperty("kind", "chosen");
                json.addProperty("device", device.value());
            }
        }
        return json;
    }

    private static OutputChoice output(JsonObject json) {
        return switch (text(json, "kind").orElse("")) {
            case "chosen" ->
                    text(json, "device")
                            .<OutputChoice>map(id -> new OutputChoice.Chosen(new DeviceId(id)))
                            .orElse(Settings.DEFAULT.output());
            case "nowhere" -> new OutputChoice.Nowhere();
            case "system-default" -> new OutputChoice.SystemDefault();
            default -> throw new JsonParseException("unknown kind of output");
        };
    }

    private static JsonObject ice(IceSettings ice) {
        JsonArray servers = new JsonArray();
        for (IceServer server : ice.servers()) {
            JsonObject json = new JsonObject();
            json.addProperty("uri", server.uri());
            server.login()
                    .ifPresent(login -> {
                        json.addProperty("username", login.username());
                        json.addProperty("password", login.password());
                    });
            servers.add(json);
        }
        JsonObject json = new JsonObject();
        json.add("servers", servers);
        json.addProperty("relayOnly", ice.relayOnly());
        json.addProperty("minPort", ice.minPort());
        json.addProperty("maxPort", ice.maxPort());
        return json;
    }

    private static IceSettings ice(JsonObject json) {
        List<IceServer> servers = new ArrayList<>();
        list(json, "servers").forEach(element -> servers.add(server(element)));
        return new IceSettings(
                servers,
                flag(json, "relayOnly", false),
                integer(json, "minPort", 0),
                integer(json, "maxPort", 0));
    }

    /// One that cannot be used is read all the same, whatever it is: it is said when it is used, it
    /// is not lost, and the others are not lost with it.
    private static IceServer server(JsonElement element) {
        if (!element.isJsonObject()) {
            return new IceServer(plain(element), Optional.empty());
        }
        JsonObject json = element.getAsJsonObject();
        String username = plain(json.get("username"));
        String password = plain(json.get("password"));
        return new IceServer(
                plain(json.get("uri")),
                username.isEmpty() && password.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new IceServer.Login(username, password)));
    }

    private static String plain(@Nullable JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return "";
        }
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }

    private static Optional<String> text(JsonObject json, String name) {
        return value(json, name, JsonElement::getAsString);
    }

    private static int integer(JsonObject json, String name, int otherwise) {
        return value(json, name, JsonElement::getAsInt).orElse(otherwise);
    }

    /// A port, or 0 where it is none: that is "any" for all of them.
    private static int port(JsonObject json, String name) {
        int port = integer(json, name, 0);
        return port >= 0 && port <= 65_535 ? port : 0;
    }

    private static boolean flag(JsonObject json, String name, boolean otherwise) {
        return value(json, name, JsonElement::getAsBoolean).orElse(otherwise);
    }

    private static Optional<JsonObject> member(JsonObject json, String name) {
        return value(json, name, JsonElement::getAsJsonObject);
    }

    private static List<JsonElement> list(JsonObject json, String name) {
        return value(json, name, element -> element.getAsJsonArray().asList()).orElse(List.of());
    }

    /// Names the field whose value is of another kind, but not the value: it may be a secret.
    private static <T> Optional<T> value(
            JsonObject json, String name, Function<JsonElement, T> read) {
        try {
            return Optional.ofNullable(json.get(name)).map(read);
        } catch (IllegalStateException
                | UnsupportedOperationException
                | IllegalArgumentException wrong) {
            throw new JsonParseException(KeptJson.FIELD + name, wrong);
        }
    }
}

package org.tonewire.app.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.tonewire.app.core.audio.ChannelChoice;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.link.IceServer;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.json.JsonFields;
import org.tonewire.app.json.Parsed;
import org.tonewire.app.shell.keys.TalkKey;
import org.tonewire.app.shell.keys.TalkMode;
import org.tonewire.app.shell.keys.TalkSettings;
import org.tonewire.app.shell.settings.Appearance;
import org.tonewire.app.shell.settings.DesktopSettings;
import org.tonewire.app.shell.settings.Language;
import org.tonewire.app.shell.settings.Settings;
import org.tonewire.app.shell.settings.Settings.Theme;
import org.tonewire.app.shell.settings.SoundSettings;
import org.tonewire.signaling.protocol.ParticipantName;

/// The settings as JSON text, in the form that `docs/settings.md` describes. A missing field or one
/// of the wrong type has its default, except a wrong `relayOnly`, which counts as `true`, and a
/// wrong `fromServer`, which counts as `false`: a mistake must not reveal the addresses of this
/// computer.
///
/// In version 1 the known rooms were part of this file (`recentInvites`), and the first steps count
/// as done if the file has a name.
final class SettingsJson {
    static final int VERSION = 2;

    private SettingsJson() {}

    static String write(Settings settings) {
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        settings.name().ifPresent(name -> root.addProperty("name", name.value()));
        root.addProperty("look", word(settings.theme()));
        Language language = settings.appearance().language();
        if (language != Language.SYSTEM) {
            root.addProperty("language", language.tag());
        }
        root.addProperty("lessMotion", settings.appearance().lessMotion());
        root.add("output", output(settings.output()));
        settings.sound().microphone().ifPresent(id -> root.addProperty("microphone", id.value()));
        root.add("profiles", profiles(settings.sound()));
        root.addProperty("microphoneChannels", word(settings.sound().microphoneChannels()));
        root.add("ice", ice(settings.ice()));
        root.addProperty("hostPort", settings.hostPort());
        desktop(root, settings.desktop());
        return JsonText.of(root);
    }

    /// @throws JsonParseException if this is not a settings file, or it has a newer version
    static Parsed<Settings> read(String text) {
        try {
            JsonFields root = JsonFields.parse(text);
            if (root.integer("version").orElse(VERSION) > VERSION) {
                throw new JsonParseException("written by a newer version");
            }
            Settings settings = settings(root);
            return new Parsed<>(settings, root.wrong());
        } catch (IllegalArgumentException broken) {
            throw new JsonParseException("not a settings file", broken);
        }
    }

    private static Settings settings(JsonFields root) {
        return new Settings(
                root.parsed("name", ParticipantName::parse),
                appearance(root),
                sound(root),
                ice(root.object("ice")),
                port(root),
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

    private static DesktopSettings desktop(JsonFields root) {
        DesktopSettings defaults = DesktopSettings.DEFAULT;
        return new DesktopSettings(
                root.parsed("recordFolder", folder -> Optional.of(Path.of(folder))),
                root.flag("announce").orElse(defaults.announce()),
                root.flag("notify").orElse(defaults.notifications()),
                root.flag("tray").orElse(defaults.tray()),
                talk(root.object("talk")),
                root.text("updates"),
                root.flag("welcomed").orElseGet(() -> isWelcomed(root)));
    }

    /// Version 1 lacks this field: a file with a name means that the first steps are done.
    private static boolean isWelcomed(JsonFields root) {
        return root.integer("version").orElse(VERSION) == 1
                ? root.has("name")
                : DesktopSettings.DEFAULT.welcomed();
    }

    private static JsonObject talk(TalkSettings talk) {
        JsonObject json = new JsonObject();
        json.addProperty("mode", word(talk.mode()));
        json.addProperty("key", talk.key().text());
        return json;
    }

    private static TalkSettings talk(JsonFields json) {
        return new TalkSettings(
                json.constant("mode", TalkMode.class).orElse(TalkMode.OFF),
                json.parsed("key", TalkKey::parse).orElse(TalkKey.DEFAULT));
    }

    private static Appearance appearance(JsonFields root) {
        return new Appearance(
                root.constant("look", Theme.class).orElse(Settings.DEFAULT.theme()),
                root.text("language").flatMap(Language::ofTag).orElse(Language.SYSTEM),
                root.flag("lessMotion").orElse(false));
    }

    private static JsonObject profiles(SoundSettings sound) {
        JsonObject json = new JsonObject();
        json.addProperty("microphone", word(sound.microphoneProfile()));
        json.addProperty("other", word(sound.otherProfile()));
        return json;
    }

    private static SoundSettings sound(JsonFields root) {
        SoundSettings defaults = SoundSettings.DEFAULT;
        JsonFields profiles = root.object("profiles");
        return new SoundSettings(
                output(root.object("output")).orElse(defaults.output()),
                root.text("microphone").map(DeviceId::new),
                profiles.constant("microphone", Profile.class).orElse(defaults.microphoneProfile()),
                profiles.constant("other", Profile.class).orElse(defaults.otherProfile()),
                root.constant("microphoneChannels", ChannelChoice.class)
                        .orElse(defaults.microphoneChannels()));
    }

    /// A constant as [JsonFields#constant] reads it.
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject output(OutputChoice choice) {
        JsonObject json = new JsonObject();
        switch (choice) {
            case OutputChoice.SystemDefault() -> json.addProperty("kind", "system-default");
            case OutputChoice.None() -> json.addProperty("kind", "nowhere");
            case OutputChoice.Chosen(DeviceId device) -> {
                json.addProperty("kind", "chosen");
                json.addProperty("device", device.value());
            }
        }
        return json;
    }

    private static Optional<OutputChoice> output(JsonFields json) {
        return json.parsed(
                "kind",
                kind ->
                        switch (kind) {
                            case "chosen" ->
                                    json.text("device")
                                            .map(id -> new OutputChoice.Chosen(new DeviceId(id)));
                            case "nowhere" -> Optional.of(new OutputChoice.None());
                            case "system-default" -> Optional.of(new OutputChoice.SystemDefault());
                            default -> Optional.empty();
                        });
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
        json.addProperty("fromServer", ice.fromServer());
        return json;
    }

    private static IceSettings ice(JsonFields json) {
        return new IceSettings(
                json.list("servers").stream().map(SettingsJson::server).toList(),
                json.flag("relayOnly").orElseGet(() -> json.isWrong("relayOnly")),
                json.integer("minPort").orElse(0),
                json.integer("maxPort").orElse(0),
                json.flag("fromServer").orElseGet(() -> !json.isWrong("fromServer")));
    }

    /// An unusable server is still read, so that it is not lost; it is reported when it is used.
    private static IceServer server(JsonElement element) {
        if (!(element instanceof JsonObject object)) {
            return new IceServer(JsonFields.plain(element), Optional.empty());
        }
        JsonFields json = JsonFields.of(object);
        String username = json.plain("username");
        String password = json.plain("password");
        return new IceServer(
                json.plain("uri"),
                username.isEmpty() && password.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new IceServer.Login(username, password)));
    }

    /// 0, which means any port, if the field is missing.
    private static int port(JsonFields root) {
        int port = root.integer("hostPort").orElse(0);
        if (port < 0 || port > 65_535) {
            root.noteWrong("hostPort");
            return 0;
        }
        return port;
    }
}

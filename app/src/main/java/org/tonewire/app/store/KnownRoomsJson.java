package org.tonewire.app.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.InviteLink;
import org.tonewire.app.json.JsonFields;
import org.tonewire.app.json.Parsed;
import org.tonewire.app.shell.KnownRoom;
import org.tonewire.app.shell.KnownRooms;

/// The text of the file of known rooms. An entry without a valid invite is left out.
///
/// ```json
/// {
///   "version": 1,
///   "rooms": [{"invite": "https://…", "favourite": false, "lastUsed": "2026-11-21T20:15:30Z"}]
/// }
/// ```
final class KnownRoomsJson {
    private static final int VERSION = 1;
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private KnownRoomsJson() {}

    static String write(KnownRooms known) {
        JsonArray rooms = new JsonArray();
        for (KnownRoom room : known.rooms()) {
            JsonObject json = new JsonObject();
            json.addProperty("invite", room.invite().link());
            json.addProperty("favourite", room.favourite());
            json.addProperty("lastUsed", room.lastUsed().toString());
            rooms.add(json);
        }
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        root.add("rooms", rooms);
        return GSON.toJson(root) + "\n";
    }

    /// @throws JsonParseException if this is not such a file, or it has a newer version
    static Parsed<KnownRooms> read(String text) {
        try {
            JsonFields root = JsonFields.of(JsonParser.parseString(text).getAsJsonObject());
            if (root.integer("version").orElseThrow() > VERSION) {
                throw new JsonParseException("written by a newer version");
            }
            List<KnownRoom> rooms = new ArrayList<>();
            for (JsonFields entry : root.objects("rooms")) {
                room(entry).ifPresent(rooms::add);
            }
            return new Parsed<>(new KnownRooms(rooms), root.wrong());
        } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException broken) {
            throw new JsonParseException("no file of known rooms", broken);
        }
    }

    /// The invites in a settings file of version 1, newest first.
    static KnownRooms ofOldSettings(String text) {
        JsonElement root = JsonParser.parseString(text);
        KnownRooms known = KnownRooms.NONE;
        if (root.isJsonObject()
                && root.getAsJsonObject().get("recentInvites") instanceof JsonArray links) {
            for (int i = 0; i < links.size(); i++) {
                Optional<Invite> invite = InviteLink.parse(links.get(i).getAsString());
                Instant order = Instant.EPOCH.plusSeconds(links.size() - i);
                if (invite.isPresent()) {
                    known = known.joined(invite.get(), order);
                }
            }
        }
        return known;
    }

    private static Optional<KnownRoom> room(JsonFields json) {
        Optional<Invite> invite = json.parsed("invite", InviteLink::parse);
        if (invite.isEmpty()) {
            json.noteWrong("invite");
            return Optional.empty();
        }
        boolean favourite = json.flag("favourite").orElse(false);
        Instant lastUsed =
                json.parsed("lastUsed", text -> Optional.of(Instant.parse(text)))
                        .orElse(Instant.EPOCH);
        return Optional.of(new KnownRoom(invite.get(), favourite, lastUsed));
    }
}

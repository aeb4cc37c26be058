package org.tonewire.app.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
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
        return JsonText.of(root);
    }

    /// @throws JsonParseException if this is not such a file, or it has a newer version
    static Parsed<KnownRooms> read(String text) {
        JsonFields root = JsonFields.parse(text);
        int version =
                root.integer("version")
                        .orElseThrow(() -> new JsonParseException("no file of known rooms"));
        if (version > VERSION) {
            throw new JsonParseException("written by a newer version");
        }
        List<KnownRoom> rooms =
                root.objects("rooms").stream()
                        .map(KnownRoomsJson::room)
                        .flatMap(Optional::stream)
                        .toList();
        return new Parsed<>(new KnownRooms(rooms), root.wrong());
    }

    /// The invites in a settings file of version 1, newest first.
    ///
    /// @throws JsonParseException if it is not a settings file
    static KnownRooms ofOldSettings(String text) {
        KnownRooms known = KnownRooms.NONE;
        List<String> links = JsonFields.parse(text).texts("recentInvites");
        for (int i = 0; i < links.size(); i++) {
            Optional<Invite> invite = InviteLink.parse(links.get(i));
            Instant order = Instant.EPOCH.plusSeconds(links.size() - i);
            if (invite.isPresent()) {
                known = known.joined(invite.get(), order);
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

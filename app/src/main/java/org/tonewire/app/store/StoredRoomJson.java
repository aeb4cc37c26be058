package org.tonewire.app.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.json.JsonFields;
import org.tonewire.app.json.Parsed;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.signaling.protocol.RoomName;

/// The text of the file of one hosted room, as `docs/settings.md` describes it. A file without a
/// name, a secret, or a port or server is none.
final class StoredRoomJson {
    private static final int VERSION = 1;
    private static final int MAX_PORT = 65_535;

    private StoredRoomJson() {}

    static String write(StoredRoom room) {
        HostRequest request = room.request();
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        root.addProperty("room", request.room().value());
        root.addProperty("secret", request.secret().text());
        switch (request.place()) {
            case RoomPlace.Here(int port, Optional<String> advertised) -> {
                root.addProperty("port", port);
                advertised.ifPresent(host -> root.addProperty("advertise", host));
            }
            case RoomPlace.OnServer(ServerAddress server, Optional<Duration> keep) -> {
                root.addProperty("server", server.link());
                keep.ifPresent(time -> root.addProperty("keepSeconds", time.toSeconds()));
            }
        }
        root.addProperty("participants", request.participants());
        request.owner().ifPresent(owner -> root.addProperty("owner", owner.encode()));
        root.addProperty("keep", room.isKept());
        root.addProperty("lastUsed", room.lastUsed().toString());
        if (room.hosted()) {
            root.add("process", HostingProcess.current().json());
        }
        return JsonText.of(root);
    }

    /// @throws JsonParseException if this is not such a file, or it has a newer version
    static Parsed<StoredRoom> read(String id, String text) {
        JsonFields root = JsonFields.parse(text);
        if (root.integer("version").orElse(0) != VERSION) {
            throw new JsonParseException("no hosted room of this version");
        }
        StoredRoom room =
                new StoredRoom(
                        id,
                        request(root),
                        root.flag("keep").orElse(false) ? Use.KEPT : Use.ONCE,
                        lastUsed(root),
                        root.has("process")
                                && HostingProcess.read(root.object("process")).isRunning());
        return new Parsed<>(room, root.wrong());
    }

    private static Instant lastUsed(JsonFields root) {
        return root.parsed("lastUsed", when -> Optional.of(Instant.parse(when)))
                .orElse(StoredRoom.NEVER);
    }

    private static HostRequest request(JsonFields root) {
        return new HostRequest(
                needed("room", root.parsed("room", RoomName::parse)),
                needed("secret", root.parsed("secret", RoomSecret::parse)),
                root.parsed("owner", owner -> RoomOwner.parse(owner, lastUsed(root))),
                place(root),
                root.integer("participants").orElse(HostRequest.USUAL_PARTICIPANTS));
    }

    private static RoomPlace place(JsonFields root) {
        if (root.has("server")) {
            return new RoomPlace.OnServer(
                    needed("server", root.parsed("server", ServerAddress::parse)),
                    root.integer("keepSeconds")
                            .filter(seconds -> seconds >= 0)
                            .map(Duration::ofSeconds));
        }
        return new RoomPlace.Here(
                needed("port", root.integer("port").filter(port -> port >= 0 && port <= MAX_PORT)),
                root.text("advertise"));
    }

    private static <T> T needed(String name, Optional<T> value) {
        return value.orElseThrow(() -> new JsonParseException("no " + name));
    }
}

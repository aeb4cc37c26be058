package org.tonewire.app.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.json.JsonFields;
import org.tonewire.app.json.Parsed;
import org.tonewire.app.shell.server.KnownServer;

/// The text of the file of known servers. An entry without a valid address is left out.
///
/// ```json
/// {
///   "version": 1,
///   "servers": [{"address": "https://…/#f=…", "token": "…", "lastUsed": "2026-11-21T20:15:30Z"}]
/// }
/// ```
final class KnownServersJson {
    private static final int VERSION = 1;

    private KnownServersJson() {}

    static String write(List<KnownServer> known) {
        JsonArray servers = new JsonArray();
        for (KnownServer server : known) {
            JsonObject json = new JsonObject();
            json.addProperty("address", server.address().link());
            server.address().token().ifPresent(token -> json.addProperty("token", token));
            json.addProperty("lastUsed", server.lastUsed().toString());
            servers.add(json);
        }
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        root.add("servers", servers);
        return JsonText.of(root);
    }

    /// @throws JsonParseException if this is not such a file, or it has a newer version
    static Parsed<List<KnownServer>> read(String text) {
        JsonFields root = JsonFields.parse(text);
        if (root.integer("version").orElse(0) != VERSION) {
            throw new JsonParseException("no known servers of this version");
        }
        List<KnownServer> servers =
                root.objects("servers").stream()
                        .map(KnownServersJson::server)
                        .flatMap(Optional::stream)
                        .toList();
        return new Parsed<>(servers, root.wrong());
    }

    private static Optional<KnownServer> server(JsonFields json) {
        Optional<ServerAddress> address = json.parsed("address", ServerAddress::parse);
        if (address.isEmpty()) {
            json.noteWrong("address");
            return Optional.empty();
        }
        Instant lastUsed =
                json.parsed("lastUsed", text -> Optional.of(Instant.parse(text)))
                        .orElse(Instant.EPOCH);
        ServerAddress known = json.text("token").map(address.get()::showing).orElse(address.get());
        return Optional.of(new KnownServer(known, lastUsed));
    }
}

package org.tonewire.signaling.codec;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// The field `iceServers`, in the form of browsers. Nobody is kept out of a room by it: entries
/// that are none are left out, and so is what is beyond the limits.
final class IceServerFields {
    static final String NAME = "iceServers";
    static final int MAX_SERVERS = 16;
    static final int MAX_URLS = 8;
    static final int MAX_LENGTH = 512;

    private IceServerFields() {}

    static List<NamedIceServer> read(Fields fields) {
        List<NamedIceServer> servers = new ArrayList<>();
        for (Fields entry : fields.objects(NAME, MAX_SERVERS)) {
            List<String> urls = entry.texts("urls", MAX_URLS, MAX_LENGTH);
            if (!urls.isEmpty()) {
                servers.add(new NamedIceServer(urls, login(entry)));
            }
        }
        return servers;
    }

    private static Optional<NamedIceServer.Login> login(Fields entry) {
        List<String> username = entry.texts("username", 1, MAX_LENGTH);
        List<String> credential = entry.texts("credential", 1, MAX_LENGTH);
        return username.isEmpty() || credential.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedIceServer.Login(username.getFirst(), credential.getFirst()));
    }

    static JsonArray json(List<NamedIceServer> servers) {
        JsonArray array = new JsonArray();
        servers.forEach(server -> array.add(json(server)));
        return array;
    }

    private static JsonObject json(NamedIceServer server) {
        JsonArray urls = new JsonArray();
        server.urls().forEach(urls::add);
        JsonObject object = new JsonObject();
        object.add("urls", urls);
        server.login()
                .ifPresent(login -> {
                    object.addProperty("username", login.username());
                    object.addProperty("credential", login.credential());
                });
        return object;
    }
}

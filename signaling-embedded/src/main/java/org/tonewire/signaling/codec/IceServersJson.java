package org.tonewire.signaling.codec;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// The answer of `GET /api/v1/ice-servers`.
public final class IceServersJson {
    private IceServersJson() {}

    /// @param lifetime how long the logins hold; empty if there are none
    public static String of(List<NamedIceServer> servers, Optional<Duration> lifetime) {
        JsonObject object = new JsonObject();
        object.add(IceServerFields.NAME, IceServerFields.json(servers));
        lifetime.ifPresent(time -> object.addProperty("lifetimeSeconds", time.toSeconds()));
        return object.toString();
    }
}

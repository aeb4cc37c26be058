package org.tonewire.app.core.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.IpNetwork;
import org.tonewire.signaling.protocol.WebOrigin;
import org.tonewire.signaling.protocol.ice.IceService;

/// Access rules and limits of a standalone server.
///
/// @param roomToken what all show who enter rooms without a key
/// @param origins the web pages that may use it; all where none is named
/// @param limits those that are not the usual ones
/// @param messages a file that keeps the texts of data channels
/// @param ice the STUN and TURN servers that members are told
/// @param proxies whose word about the addresses of clients is taken
public record ServerRules(
        Optional<String> roomToken,
        Set<WebOrigin> origins,
        Map<ServerLimit, Integer> limits,
        Optional<Path> messages,
        IceService ice,
        Set<IpNetwork> proxies) {
    public ServerRules {
        origins = Set.copyOf(origins);
        limits = Map.copyOf(limits);
        proxies = Set.copyOf(proxies);
    }

    /// Without STUN and TURN servers and without proxies.
    public ServerRules(
            Optional<String> roomToken,
            Set<WebOrigin> origins,
            Map<ServerLimit, Integer> limits,
            Optional<Path> messages) {
        this(roomToken, origins, limits, messages, IceService.NONE, Set.of());
    }
}

package org.tonewire.app.core.host;

import java.nio.file.Path;
import java.time.Duration;
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
/// @param proxies whose word about the addresses of clients is taken
/// @param limits those that are not the usual ones
/// @param ice the STUN and TURN servers that members are told
/// @param keepRooms how long rooms stay without participants at most, if not the usual time
public record ServerRules(
        Optional<String> roomToken,
        Set<WebOrigin> origins,
        Set<IpNetwork> proxies,
        Map<ServerLimit, Integer> limits,
        IceService ice,
        Files files,
        Optional<Duration> keepRooms) {
    /// What the server stores.
    ///
    /// @param messages a file that keeps the texts of data channels
    /// @param rooms a file that has the rooms that stay over a restart
    /// @param redis that has the rooms of a cluster; with it there is no file of rooms
    public record Files(
            Optional<Path> messages, Optional<Path> rooms, Optional<SharedRedis> redis) {
        static final Files NONE = new Files(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Without proxies, STUN and TURN servers and files, and with the usual times.
    public ServerRules(
            Optional<String> roomToken, Set<WebOrigin> origins, Map<ServerLimit, Integer> limits) {
        this(roomToken, origins, Set.of(), limits, IceService.NONE, Files.NONE, Optional.empty());
    }

    public ServerRules {
        origins = Set.copyOf(origins);
        limits = Map.copyOf(limits);
        proxies = Set.copyOf(proxies);
    }
}

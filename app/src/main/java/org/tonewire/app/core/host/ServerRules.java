package org.tonewire.app.core.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.WebOrigin;

/// Access rules and limits of a standalone server.
///
/// @param roomToken what all show who enter rooms without a key
/// @param origins the web pages that may use it; all where none is named
/// @param limits those that are not the usual ones
/// @param messages a file that keeps the texts of data channels
public record ServerRules(
        Optional<String> roomToken,
        Set<WebOrigin> origins,
        Map<ServerLimit, Integer> limits,
        Optional<Path> messages) {
    public ServerRules {
        origins = Set.copyOf(origins);
        limits = Map.copyOf(limits);
    }
}

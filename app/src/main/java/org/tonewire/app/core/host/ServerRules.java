package org.tonewire.app.core.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a server that runs alone asks of its clients.
///
/// @param roomToken what all show who enter rooms without a key
/// @param origins the web pages that may use it; all where none is named
/// @param limits those that are not the usual ones
public record ServerRules(
        Optional<String> roomToken, Set<String> origins, Map<ServerLimit, Integer> limits) {
    public ServerRules {
        origins = Set.copyOf(origins);
        limits = Map.copyOf(limits);
    }
}

package org.tonewire.app.core.host;

import java.util.Optional;

/// The Redis that the servers of a cluster share.
///
/// @param address with the password, if it has one: never to be shown
/// @param prefix of all names there
/// @param nodeId the name of this server in the cluster; empty for a random one
public record SharedRedis(String address, String prefix, Optional<String> nodeId) {
    /// Without the address.
    @Override
    public String toString() {
        return "SharedRedis[" + prefix + ", " + nodeId.orElse("-") + "]";
    }
}

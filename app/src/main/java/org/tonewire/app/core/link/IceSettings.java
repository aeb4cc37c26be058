package org.tonewire.app.core.link;

import java.util.List;

/// Settings of links for ICE: servers, relay, ports.
///
/// @param relayOnly use TURN alone: the address of this computer stays hidden
/// @param minPort first UDP port to use, 0 for any
/// @param maxPort last UDP port to use, 0 for any
/// @param fromServer whether the servers that the signaling server names are used, too
public record IceSettings(
        List<IceServer> servers, boolean relayOnly, int minPort, int maxPort, boolean fromServer) {
    public static final IceSettings NONE = new IceSettings(List.of(), false, 0, 0);

    public IceSettings {
        servers = List.copyOf(servers);
    }

    /// With the servers that the signaling server names.
    public IceSettings(List<IceServer> servers, boolean relayOnly, int minPort, int maxPort) {
        this(servers, relayOnly, minPort, maxPort, true);
    }

    public IceSettings withServers(List<IceServer> changed) {
        return new IceSettings(changed, relayOnly, minPort, maxPort, fromServer);
    }

    public IceSettings withRelayOnly(boolean only) {
        return new IceSettings(servers, only, minPort, maxPort, fromServer);
    }

    public IceSettings withPorts(int first, int last) {
        return new IceSettings(servers, relayOnly, first, last, fromServer);
    }

    public IceSettings withFromServer(boolean used) {
        return new IceSettings(servers, relayOnly, minPort, maxPort, used);
    }
}

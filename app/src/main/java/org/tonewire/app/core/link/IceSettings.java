package org.tonewire.app.core.link;

import java.util.List;

/// Settings of links for ICE: servers, relay, ports.
///
/// @param relayOnly use TURN alone: the address of this computer stays hidden
/// @param minPort first UDP port to use, 0 for any
/// @param maxPort last UDP port to use, 0 for any
public record IceSettings(List<IceServer> servers, boolean relayOnly, int minPort, int maxPort) {
    public static final IceSettings NONE = new IceSettings(List.of(), false, 0, 0);

    public IceSettings {
        servers = List.copyOf(servers);
    }
}

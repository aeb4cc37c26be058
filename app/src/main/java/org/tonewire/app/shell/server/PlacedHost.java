package org.tonewire.app.shell.server;

import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomPlace;

/// Hosts each room where it is asked for.
///
/// @param here on this computer
/// @param elsewhere on servers
public record PlacedHost(RoomHost here, RoomHost elsewhere) implements RoomHost {
    @Override
    public HostOutcome host(HostRequest request) {
        return switch (request.place()) {
            case RoomPlace.Here _ -> here.host(request);
            case RoomPlace.OnServer _ -> elsewhere.host(request);
        };
    }
}

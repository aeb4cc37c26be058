package org.tonewire.signaling.server;

import java.util.List;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.tls.TlsSource;

/// The configuration of a server.
///
/// @param host the address to listen on, such as `127.0.0.1` or `::1`; `::` for all addresses of a
///   computer with IPv6, `0.0.0.0` for all IPv4 addresses
/// @param listeners at least one; `TLS` and `BOTH` require a certificate
/// @param roomOpening who may create rooms
public record SignalingServerConfig(
        String host,
        List<Listener> listeners,
        TlsSource tls,
        ServerLimits limits,
        RoomOpening roomOpening,
        ServerFeatures features) {
    /// Who may create rooms.
    public enum RoomOpening {
        /// Every client, as on a stand-alone server.
        BY_CLIENTS,
        /// Only the program that embeds the server.
        BY_HOST_ONLY
    }

    /// Without optional features.
    public SignalingServerConfig(
            String host,
            List<Listener> listeners,
            TlsSource tls,
            ServerLimits limits,
            RoomOpening roomOpening) {
        this(host, listeners, tls, limits, roomOpening, ServerFeatures.NONE);
    }

    /// The limits of rooms: where only the embedding program opens rooms, clients open none.
    RoomLimits roomLimits() {
        return switch (roomOpening) {
            case BY_CLIENTS -> limits.rooms();
            case BY_HOST_ONLY -> limits.rooms().withMaxRooms(0);
        };
    }

    public SignalingServerConfig with(ServerFeatures newFeatures) {
        return new SignalingServerConfig(host, listeners, tls, limits, roomOpening, newFeatures);
    }

    public SignalingServerConfig {
        listeners = List.copyOf(listeners);
        if (listeners.isEmpty()) {
            throw new IllegalArgumentException("a server listens at one port at least");
        }
        if (tls instanceof TlsSource.None
                && listeners.stream().anyMatch(l -> l.transport() != Listener.Transport.PLAIN)) {
            throw new IllegalArgumentException("TLS needs a certificate");
        }
    }
}

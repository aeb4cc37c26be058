package org.tonewire.signaling.server;

import java.util.List;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.tls.TlsSource;

/// How a server is set up.
///
/// @param host the address to listen at, such as `127.0.0.1` or `::1`; `::` for all of a computer
///   that has IPv6, `0.0.0.0` for all of IPv4
/// @param listeners at least one; TLS and BOTH need a certificate
/// @param roomOpening who may make rooms
public record SignalingServerConfig(
        String host,
        List<Listener> listeners,
        TlsSource tls,
        ServerLimits limits,
        RoomOpening roomOpening,
        ServerFeatures features) {
    /// Who may make rooms.
    public enum RoomOpening {
        /// Whoever comes first with a key, as on a stand-alone server.
        BY_CLIENTS,
        /// Only the program that the server is part of.
        BY_HOST_ONLY
    }

    /// Without anything that is not asked for.
    public SignalingServerConfig(
            String host,
            List<Listener> listeners,
            TlsSource tls,
            ServerLimits limits,
            RoomOpening roomOpening) {
        this(host, listeners, tls, limits, roomOpening, ServerFeatures.NONE);
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

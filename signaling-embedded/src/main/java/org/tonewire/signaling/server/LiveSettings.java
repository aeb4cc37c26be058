package org.tonewire.signaling.server;

import java.util.Optional;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.limit.ServerLimits;

/// What a running server can change. Each new connection and request reads it; connections that
/// exist keep what they have. Thread-safe.
final class LiveSettings {
    /// @param tls empty if the server speaks plain text only
    record Values(Access access, ServerLimits limits, IceService ice, Optional<ServerTls> tls) {
        Values with(ServerTls changed) {
            return new Values(access, limits, ice, Optional.of(changed));
        }

        Values with(Access newAccess, ServerLimits newLimits, IceService newIce) {
            return new Values(newAccess, newLimits, newIce, tls);
        }
    }

    private volatile Values values;

    LiveSettings(Values values) {
        this.values = values;
    }

    Values values() {
        return values;
    }

    void replace(Values changed) {
        values = changed;
    }
}

package org.tonewire.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.Sessions;

/// Remembers the sessions and hosted rooms that were begun, so that all end properly when the
/// process is told to. Any thread.
final class OpenRooms {
    private final Set<RoomSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<Hosting> hostings = ConcurrentHashMap.newKeySet();

    Sessions remembering(Sessions wrapped) {
        return (request, output, listener) -> {
            RoomSession session = wrapped.join(request, output, listener);
            sessions.add(session);
            return session;
        };
    }

    RoomHost remembering(RoomHost wrapped) {
        return (HostRequest request) -> {
            HostOutcome outcome = wrapped.host(request);
            if (outcome instanceof HostOutcome.Started(Hosting hosting)) {
                hostings.add(hosting);
            }
            return outcome;
        };
    }

    /// Leaves every room, then closes those hosted here. What is over already is left at once.
    void close() {
        sessions.forEach(RoomSession::leave);
        hostings.forEach(Hosting::close);
    }
}

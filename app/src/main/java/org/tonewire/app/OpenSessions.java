package org.tonewire.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RoomSession;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.Sessions;

/// Remembers the sessions and hosted rooms that were begun and are not over, so that all end
/// properly when the process is told to. Any thread.
final class OpenSessions {
    private final Set<RoomSession> sessions = ConcurrentHashMap.newKeySet();
    private final Set<Hosting> hostings = ConcurrentHashMap.newKeySet();

    Sessions remembering(Sessions wrapped) {
        return (request, output, listener) -> {
            RoomSession session = wrapped.join(request, output, listener);
            remember(session);
            return session;
        };
    }

    RoomHost remembering(RoomHost wrapped) {
        return (HostRequest request) -> {
            HostOutcome outcome = wrapped.host(request);
            if (outcome instanceof HostOutcome.Started(Hosting hosting)) {
                hostings.add(hosting);
                return new HostOutcome.Started(hosting.closedBy(() -> closeAndForget(hosting)));
            }
            return outcome;
        };
    }

    /// Those that are not over.
    int count() {
        return sessions.size() + hostings.size();
    }

    /// Leaves every room, then closes those hosted here.
    void close() {
        sessions.forEach(RoomSession::leave);
        hostings.forEach(Hosting::close);
    }

    /// Also checks the snapshot: the session may have ended before this listener was added.
    private void remember(RoomSession session) {
        sessions.add(session);
        Runnable _ =
                session.onEvent(event -> {
                    if (event instanceof SessionEvent.ConnectionChanged(ConnectionStatus now)) {
                        forgetEnded(session, now);
                    }
                });
        forgetEnded(session, session.snapshot().connection());
    }

    private void forgetEnded(RoomSession session, ConnectionStatus status) {
        if (status instanceof ConnectionStatus.Ended) {
            sessions.remove(session);
        }
    }

    private void closeAndForget(Hosting hosting) {
        hosting.close();
        hostings.remove(hosting);
    }
}

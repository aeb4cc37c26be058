package org.tonewire.app.core.session;

import java.util.function.Consumer;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.SessionEvent;

/// What every [Peer] of a session uses. Session thread only.
record PeerContext(
        SessionLoop loop,
        LocalSources sources,
        SessionOutput sessionOutput,
        Faders faders,
        Consumer<SessionEvent> events) {
    void emit(SessionEvent event) {
        events.accept(event);
    }

    void restoreFader(TrackChannel channel) {
        faders.restore(channel);
    }

    void keepFader(TrackChannel channel) {
        faders.keep(channel);
    }

    /// Somebody did not take this side's offer.
    void refused(String name, String reason) {
        if (reason.equals(Reason.SEAL_MISMATCH.wireName())) {
            emit(new SessionEvent.ProblemOccurred(new Problem(Reason.SEAL_MISMATCH, name)));
        }
    }
}

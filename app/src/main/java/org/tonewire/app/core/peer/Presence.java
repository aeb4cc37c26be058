package org.tonewire.app.core.peer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.loop.SessionLoop;

/// When a participant is gone: when the signaling server has no address of it *and* no packets come
/// and go. A server that says so of somebody whose sound arrives is not believed, and one that was
/// restarted may not know everyone yet. Session thread only.
final class Presence {
    /// How long packets may be missing.
    static final Duration WITHOUT_PATH = Duration.ofSeconds(3);

    /// After this time without packets it is told that they are missing, though the participant is
    /// not gone.
    static final Duration UNREACHABLE = Duration.ofSeconds(20);

    private final SessionLoop loop;
    private final Runnable gone;
    private final Runnable unreachable;
    private boolean hasAddress = true;
    private boolean hasPath;

    /// There was a path, and it was not told yet that there is none.
    private boolean lostPath;

    private boolean serverAway;
    private boolean closed;

    /// Since when there is no path, if there is none.
    private long pathlessNanos;

    /// Until then it may come back, on the loop's clock. It only moves on.
    private long patienceNanos;

    private SessionLoop.@Nullable Timer leaving;
    private SessionLoop.@Nullable Timer missing;

    /// @param gone is called once, if it has neither an address nor a path
    /// @param unreachable is called once for each path that is lost and does not come back in time,
    ///   while the server is there
    Presence(SessionLoop loop, Runnable gone, Runnable unreachable) {
        this.loop = loop;
        this.gone = gone;
        this.unreachable = unreachable;
        this.pathlessNanos = loop.nanoTime();
        this.patienceNanos = pathlessNanos;
    }

    /// @param patience how long it may come back if there is no path either
    void addressLost(Duration patience) {
        hasAddress = false;
        waitAtLeast(patience);
    }

    void addressFound() {
        hasAddress = true;
        stopLeaving();
        if (serverAway) {
            serverAway = false;
            watchPath();
        }
    }

    /// Nothing is known of anybody until the next address is found.
    void serverLost() {
        serverAway = true;
        stopMissing();
    }

    boolean hasPath() {
        return hasPath;
    }

    /// How long there has been no path, since it came or since the last one; zero while there is
    /// one.
    Duration withoutPath() {
        return hasPath ? Duration.ZERO : Duration.ofNanos(loop.nanoTime() - pathlessNanos);
    }

    /// Whether it is only waited for: it has neither an address nor a path.
    boolean isAway() {
        return !hasAddress && !hasPath;
    }

    /// @param now whether packets come or go
    void pathChanged(boolean now) {
        if (now == hasPath) {
            return;
        }
        hasPath = now;
        if (now) {
            stopLeaving();
            stopMissing();
            lostPath = false;
        } else {
            lostPath = true;
            pathlessNanos = loop.nanoTime();
            waitAtLeast(WITHOUT_PATH);
            watchPath();
        }
    }

    void close() {
        closed = true;
        stopLeaving();
        stopMissing();
    }

    /// A path that breaks does not shorten the time in which an address may come back, nor the
    /// other way round.
    private void waitAtLeast(Duration patience) {
        long now = loop.nanoTime();
        long until = now + patience.toNanos();
        patienceNanos = until - patienceNanos > 0 ? until : patienceNanos;
        stopLeaving();
        if (!hasAddress && !hasPath && !closed) {
            leaving = loop.after(Duration.ofNanos(Math.max(patienceNanos - now, 0)), gone);
        }
    }

    private void watchPath() {
        stopMissing();
        if (lostPath && !serverAway && !closed) {
            missing = loop.after(UNREACHABLE, this::missed);
        }
    }

    private void missed() {
        lostPath = false;
        unreachable.run();
    }

    private void stopLeaving() {
        if (leaving != null) {
            leaving.cancel();
            leaving = null;
        }
    }

    private void stopMissing() {
        if (missing != null) {
            missing.cancel();
            missing = null;
        }
    }
}

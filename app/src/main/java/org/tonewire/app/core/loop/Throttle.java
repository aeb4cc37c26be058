package org.tonewire.app.core.loop;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Runs an action no more than once in a period: at once, or when the period since its last run is
/// over. Requests that wait are one. Where the action is requested again and again, each period is
/// as long as a [Backoff] says; once nothing was requested for as long as its limit, it begins
/// again. Session thread only.
public final class Throttle {
    private final SessionLoop loop;
    private final Backoff periods;
    private final Runnable action;
    private int runs;
    private long freeNanos;
    private SessionLoop.@Nullable Timer waiting;

    /// A period that stays the same.
    public Throttle(SessionLoop loop, Duration period, Runnable action) {
        this(loop, new Backoff(period, period), action);
    }

    public Throttle(SessionLoop loop, Backoff periods, Runnable action) {
        this.loop = loop;
        this.periods = periods;
        this.action = action;
        this.freeNanos = loop.nanoTime();
    }

    /// Runs the action now, or later if it ran in this period already.
    public void request() {
        if (waiting != null) {
            return;
        }
        long wait = freeNanos - loop.nanoTime();
        if (wait > 0) {
            waiting = loop.after(Duration.ofNanos(wait), this::due);
        } else {
            run();
        }
    }

    /// Drops a request that waits. The period goes on.
    public void cancel() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }

    private void due() {
        waiting = null;
        run();
    }

    private void run() {
        long now = loop.nanoTime();
        if (now - freeNanos >= periods.limit().toNanos()) {
            runs = 0;
        }
        freeNanos = now + periods.delay(runs).toNanos();
        runs++;
        action.run();
    }
}

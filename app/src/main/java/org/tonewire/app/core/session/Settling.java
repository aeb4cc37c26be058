package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.loop.SessionLoop;

/// Tasks that wait until every participant has the tracks of the last offer, or until a time limit.
/// Session thread only.
final class Settling {
    static final Duration LIMIT = Duration.ofMillis(800);

    /// Native code applies an answer a moment after the link's rules do.
    static final Duration MARGIN = Duration.ofMillis(20);

    private final SessionLoop loop;
    private final BooleanSupplier settled;
    private final List<Waiting> waiting = new ArrayList<>();

    private final class Waiting {
        private final Runnable then;
        private SessionLoop.Timer timer;

        Waiting(Runnable then) {
            this.then = then;
            this.timer = loop.after(LIMIT, this::run);
        }

        void settled() {
            timer.cancel();
            timer = loop.after(MARGIN, this::run);
        }

        private void run() {
            waiting.remove(this);
            then.run();
        }
    }

    /// @param settled whether there is nothing to wait for
    Settling(SessionLoop loop, BooleanSupplier settled) {
        this.loop = loop;
        this.settled = settled;
    }

    /// Runs this at once, or when all have settled, 800 ms later at most.
    void whenSettled(Runnable then) {
        if (settled.getAsBoolean()) {
            then.run();
        } else {
            waiting.add(new Waiting(then));
        }
    }

    /// To be called when a participant may have settled.
    void settledMayHaveChanged() {
        if (!waiting.isEmpty() && settled.getAsBoolean()) {
            List<Waiting> ready = List.copyOf(waiting);
            waiting.clear();
            ready.forEach(Waiting::settled);
        }
    }
}

package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;

/// Ends a session that its server does not let in again: not at the server's word, but once no link
/// has had a path for a while. Session thread only.
final class LastPath {
    /// How long a path may be missing, as it is while a computer changes networks.
    static final Duration WITHOUT_PATH = Duration.ofSeconds(10);

    private final SessionLoop loop;
    private final BooleanSupplier hasPath;
    private final Consumer<Problem> end;
    private Optional<Problem> hopeless = Optional.empty();
    private boolean hadPath;
    private long lostNanos;
    private SessionLoop.@Nullable Timer timer;

    /// @param hasPath whether any link has a path now
    /// @param end called once, if it comes to that
    LastPath(SessionLoop loop, BooleanSupplier hasPath, Consumer<Problem> end) {
        this.loop = loop;
        this.hasPath = hasPath;
        this.end = end;
        this.lostNanos = loop.nanoTime() - WITHOUT_PATH.toNanos();
    }

    /// The server refuses this participant, or is gone.
    void hopeless(Problem problem) {
        hopeless = Optional.of(problem);
        look();
    }

    /// The server let this participant in, or may do so again.
    void hopeful() {
        hopeless = Optional.empty();
        stop();
    }

    /// A link has a path now, or has none any more.
    void pathChanged() {
        boolean has = hasPath.getAsBoolean();
        if (hadPath && !has) {
            lostNanos = loop.nanoTime();
        }
        hadPath = has;
        stop();
        if (hopeless.isPresent() && !has) {
            timer = loop.after(left(), this::look);
        }
    }

    private void look() {
        stop();
        if (hopeless.isEmpty() || hasPath.getAsBoolean()) {
            return;
        }
        Duration left = left();
        if (left.isPositive()) {
            timer = loop.after(left, this::look);
        } else {
            end.accept(hopeless.get());
        }
    }

    /// Until a path has been missing for long enough; zero or more.
    private Duration left() {
        Duration left = WITHOUT_PATH.minusNanos(loop.nanoTime() - lostNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}

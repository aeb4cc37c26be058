package org.tonewire.app.audio.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The thread of one stream, which runs from the opening on. Whoever opens waits until the server
/// agreed or refused; any thread may close.
///
/// @param <O> what the opening came to
final class StreamThread<O> {
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final CompletableFuture<O> opening = new CompletableFuture<>();
    private final Thread thread;
    private volatile @Nullable PulseConnection connection;
    private volatile boolean closed;

    StreamThread(String name, Runnable loop) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(loop);
    }

    /// Starts it and blocks. Nothing when no answer came in time; then it is closed.
    Optional<O> open() {
        thread.start();
        try {
            return Optional.of(opening.get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            close();
            return Optional.empty();
        } catch (InterruptedException _) {
            close();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// The loop's side: it runs through this connection.
    void opened(PulseConnection through, O outcome) {
        connection = through;
        opening.complete(outcome);
    }

    /// The loop's side: it could not be opened, or broke.
    ///
    /// @return whether somebody who knows it to be open, and did not close it, should be told
    boolean ended(O refusal) {
        connection = null;
        return !opening.complete(refusal) && !closed;
    }

    void wake() {
        PulseConnection current = connection;
        if (current != null) {
            current.wake();
        }
    }

    boolean closed() {
        return closed;
    }

    /// Waits a little for its end, but not on itself.
    void close() {
        closed = true;
        wake();
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join(CLOSE_LIMIT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.tonewire.app.audio.pulse;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The thread of one stream, which runs from the opening on. The opening thread waits until the
/// server accepts or refuses; any thread may close.
///
/// @param <O> the result of the opening
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

    /// Starts the thread and waits for the result; empty, and closed, when there is none in time.
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

    /// Called by the loop: the stream is open on this connection.
    void opened(PulseConnection through, O outcome) {
        connection = through;
        opening.complete(outcome);
    }

    /// Called by the loop: the stream could not be opened, or failed.
    ///
    /// @return whether the loss is to be reported: it was open, and nobody closed it
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

    /// Ends the thread and waits for that, 2 s at most; does not wait when called on the thread
    /// itself.
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

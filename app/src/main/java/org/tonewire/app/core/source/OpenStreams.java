package org.tonewire.app.core.source;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All source streams of a session, from opening to end. Devices are released even when the session
/// thread is stuck. Any thread; nothing here waits but [#awaitEnd(Duration)].
public final class OpenStreams {
    private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

    /// The streams that are open, each with its end.
    private final Map<SourceStream, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    private final Executor closing;
    private volatile boolean over;

    /// @param closing runs each task on a thread of its own, at once: closing a stream may wait
    public OpenStreams(Executor closing) {
        this.closing = closing;
    }

    /// To be told of every stream as soon as it is open. One that comes after [#closeAll()] is
    /// closed at once.
    public void opened(SourceStream stream) {
        open.putIfAbsent(stream, new CompletableFuture<>());
        if (over) {
            var _ = close(stream);
        }
    }

    /// Ends a stream, in the background.
    ///
    /// @return done when its thread has ended
    public CompletableFuture<Void> close(SourceStream stream) {
        CompletableFuture<Void> end = open.computeIfAbsent(stream, _ -> new CompletableFuture<>());
        closing.execute(() -> {
            try {
                stream.close();
            } catch (RuntimeException e) {
                log.error("closing a source", e);
            } finally {
                end.complete(null);
                open.remove(stream, end);
            }
        });
        return end;
    }

    /// Ends all, those that open later too.
    public void closeAll() {
        over = true;
        open.keySet()
                .forEach(stream -> {
                    var _ = close(stream);
                });
    }

    /// Whether its thread has ended.
    public boolean hasEnded(SourceStream stream) {
        CompletableFuture<Void> end = open.get(stream);
        return end == null || end.isDone();
    }

    /// Waits until all have ended.
    ///
    /// @return whether they did in time
    public boolean awaitEnd(Duration timeout) {
        CompletableFuture<?>[] ends = open.values().toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

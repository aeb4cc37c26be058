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
/// thread is blocked. Any thread; only [#awaitEnd(Duration)] waits.
public final class OpenStreams {
    private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

    /// The streams that are open, each with its end.
    private final Map<SourceStream, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    private final Executor closing;
    private volatile boolean over;

    /// @param closing runs each task at once on a separate thread: closing a stream may wait
    public OpenStreams(Executor closing) {
        this.closing = closing;
    }

    /// Adds a stream as soon as it is open. One that is added after [#closeAll()] is closed at
    /// once.
    public void opened(SourceStream stream) {
        open.putIfAbsent(stream, new CompletableFuture<>());
        if (over) {
            var _ = close(stream);
        }
    }

    /// Closes a stream, in the background.
    ///
    /// @return completes when its thread has ended
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

    /// Closes all streams, also those that open later.
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

    /// Waits until all streams have ended.
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

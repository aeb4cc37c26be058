package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.source.OpenStreams;
import org.tonewire.app.core.source.SourceOpener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.core.source.SourceStream;

/// Opens and closes the streams of local sources in the background, as both may wait for a device.
/// Session thread only, but for [#endAll()] and [#awaitEnd()].
final class SourceStreams {
    private static final Logger log = LoggerFactory.getLogger(SourceStreams.class);
    private static final Duration END_LIMIT = Duration.ofMillis(2_500);

    private final SessionLoop loop;
    private final SourceOpener opener;
    private final OpenStreams streams;

    SourceStreams(SessionLoop loop, SourceOpener opener) {
        this.loop = loop;
        this.opener = opener;
        this.streams = new OpenStreams(loop::runBlocking);
    }

    /// Begins to open a stream.
    ///
    /// @param then receives the outcome on the session thread, and owns the stream from there on
    void open(SourceOrigin origin, Consumer<SourceOpening> then) {
        loop.runBlocking(() -> {
            SourceOpening opening = openGuarded(origin);
            if (!loop.post(() -> then.accept(opening))) {
                discard(opening);
            }
        });
    }

    private SourceOpening openGuarded(SourceOrigin origin) {
        try {
            SourceOpening opening = opener.open(origin);
            if (opening instanceof SourceOpening.Opened(SourceStream stream)) {
                streams.opened(stream);
            }
            return opening;
        } catch (RuntimeException e) {
            log.error("opening a source", e);
            return new SourceOpening.Failed(Problem.of(Reason.INTERNAL));
        }
    }

    /// Begins to close a stream.
    ///
    /// @param then runs on the session thread when the stream's thread has ended; at once where
    ///   there is no stream
    void close(@Nullable SourceStream stream, Runnable then) {
        if (stream == null) {
            then.run();
            return;
        }
        var _ = streams.close(stream).thenRun(() -> loop.post(then));
    }

    /// Closes what was opened too late.
    void discard(SourceOpening opening) {
        if (opening instanceof SourceOpening.Opened(SourceStream stream)) {
            var _ = streams.close(stream);
        }
    }

    /// Whether its thread has ended.
    boolean hasEnded(SourceStream stream) {
        return streams.hasEnded(stream);
    }

    /// Begins to end every stream, also those that open later. Any thread; returns at once.
    void endAll() {
        streams.closeAll();
    }

    /// Waits until every stream has ended, some seconds at most. Not for the session thread.
    void awaitEnd() {
        if (!streams.awaitEnd(END_LIMIT)) {
            log.warn("a source's device did not close within {}", END_LIMIT);
        }
    }
}

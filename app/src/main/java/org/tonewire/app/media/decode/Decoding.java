package org.tonewire.app.media.decode;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.BufferedFrameSource;

/// Opens files and addresses, each on a separate thread that decodes ahead until its frame source
/// is closed. Blocks until the first sound is decoded; any thread.
public sealed interface Decoding {
    /// How long the entries of a playlist are tried until one plays.
    Duration PLAYLIST_LIMIT = Duration.ofMinutes(2);

    /// @param label the title in its metadata, or its file's or host's name
    record Opened(String label, BufferedFrameSource frameSource) implements Decoding {}

    record Failed(Problem problem) implements Decoding {}

    /// @param timeouts of the addresses in a playlist
    static Decoding ofFile(Path path, boolean loop, StreamTimeouts timeouts) {
        FileLocation location = new FileLocation(path, loop, timeouts);
        Optional<Problem> unfit = location.unfit();
        return unfit.isPresent()
                ? new Failed(unfit.get())
                : run(location, Duration.ofSeconds(30), Reason.FILE_UNREADABLE);
    }

    static Decoding ofAddress(URI uri, StreamTimeouts timeouts) {
        return WebAddress.parse(uri.toString()) instanceof WebAddress.Read(WebAddress address)
                ? run(
                        new AddressLocation(address, timeouts),
                        timeouts.open().plusSeconds(2),
                        Reason.STREAM_UNREACHABLE)
                : new Failed(new Problem(Reason.STREAM_UNREACHABLE, WebAddress.shownHost(uri)));
    }

    /// @param limit for calls that cannot be interrupted, such as a name lookup without an answer
    private static Decoding run(MediaLocation location, Duration limit, Reason whenLate) {
        AvInterrupt interrupt = new AvInterrupt();
        CompletableFuture<Decoding> opening = new CompletableFuture<>();
        DecodeLoop loop = new DecodeLoop(location, interrupt, opening);
        Thread.ofPlatform().daemon().name("decoder").start(loop);
        try {
            return awaited(opening, limit, loop);
        } catch (TimeoutException _) {
            interrupt.end();
            return new Failed(new Problem(whenLate, location.label()));
        } catch (InterruptedException _) {
            interrupt.end();
            Thread.currentThread().interrupt();
            return new Failed(new Problem(whenLate, location.label()));
        } catch (ExecutionException broken) {
            throw new IllegalStateException("Decoding failed", broken.getCause());
        }
    }

    /// Entries of a playlist have a limit each, so all of them together may take longer.
    private static Decoding awaited(
            CompletableFuture<Decoding> opening, Duration limit, DecodeLoop loop)
            throws TimeoutException, InterruptedException, ExecutionException {
        try {
            return opening.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (!loop.isInPlaylist()) {
                throw late;
            }
            return opening.get(PLAYLIST_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}

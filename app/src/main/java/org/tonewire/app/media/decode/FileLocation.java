package org.tonewire.app.media.decode;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.tonewire.app.core.address.FileAddress;
import org.tonewire.app.core.address.WebAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;
import org.tonewire.app.media.playlist.Playlist;

/// A file on this computer, or a pipe or device that has a name like one.
final class FileLocation implements MediaLocation {
    private final Path path;
    private final boolean loop;
    private final boolean pipe;
    private final StreamTimeouts timeouts;

    /// @param timeouts of the addresses that it names if it is a playlist
    FileLocation(Path path, boolean loop, StreamTimeouts timeouts) {
        this.path = path;
        this.loop = loop;
        this.pipe = Files.exists(path) && !Files.isRegularFile(path);
        this.timeouts = timeouts;
    }

    @Override
    public AvInput open(AvInterrupt interrupt) throws AvException {
        interrupt.allow(AvInterrupt.WITHOUT_LIMIT);
        return AvInput.open(AvAddress.file(path), interrupt);
    }

    @Override
    public Optional<List<MediaLocation>> entries(AvInterrupt interrupt) throws AvException {
        if (pipe) {
            return Optional.empty();
        }
        interrupt.allow(AvInterrupt.WITHOUT_LIMIT);
        byte[] text = AvText.read(AvAddress.file(path), Playlist.MAX_BYTES, interrupt).bytes();
        return Playlist.parse(text, label())
                .map(entries -> entries.stream().flatMap(this::entry).toList());
    }

    /// A playlist of this computer may name other files of it.
    private Stream<MediaLocation> entry(String text) {
        if (WebAddress.parse(text) instanceof WebAddress.Read(WebAddress address)) {
            return Stream.of(new AddressLocation(address, timeouts));
        }
        try {
            Path named = FileAddress.ofUrl(text).orElseGet(() -> sibling(text));
            return Stream.of(new FileLocation(named, false, timeouts));
        } catch (InvalidPathException _) {
            return Stream.empty();
        }
    }

    /// Lists made on Windows have backslashes.
    private Path sibling(String text) throws InvalidPathException {
        Path named = path.resolveSibling(text);
        return Files.exists(named)
                ? named
                : path.resolveSibling(text.replace('\\', File.separatorChar));
    }

    @Override
    public String label() {
        Path name = path.getFileName();
        return (name == null ? path.toString() : name.toString()).replace('\ufffd', '?');
    }

    @Override
    public Buffering buffering(MediaInfo info) {
        return Buffering.FILE;
    }

    /// The problem that can be found without opening the file.
    Optional<Problem> unfit() {
        if (!Files.exists(path)) {
            return Optional.of(problem(Reason.FILE_NOT_FOUND));
        }
        if (Files.isDirectory(path)) {
            return Optional.of(problem(Reason.FILE_IS_FOLDER));
        }
        return Files.isReadable(path)
                ? Optional.empty()
                : Optional.of(problem(Reason.FILE_UNREADABLE));
    }

    @Override
    public Problem unopened(AvException refused) {
        Reason reason = pipe ? Reason.PIPE_NOT_AUDIO : Reason.NOT_AUDIO;
        return unfit().orElseGet(() -> problem(reason));
    }

    /// A file that is truncated or damaged at its end is played as far as possible.
    @Override
    public Next after(RoundEnd end) {
        boolean damaged = end.ending() != AvInput.Ending.CLOSED;
        boolean silent = end.samples() == 0;
        if (end.broken().isPresent() && (silent || !damaged)) {
            Reason reason = Files.exists(path) ? Reason.FILE_UNREADABLE : Reason.FILE_VANISHED;
            return new Next.Finish(new FrameResult.Failed(problem(reason)));
        }
        return loop && !pipe && !silent ? new Next.Repeat() : new Next.Finish(FrameResult.ENDED);
    }

    @Override
    public boolean mayBeEmpty() {
        return true;
    }

    @Override
    public boolean repeats() {
        return loop;
    }

    @Override
    public RoundHistory history() {
        return RoundHistory.indifferent();
    }

    @Override
    public long readLimitNanos() {
        return TimeUnit.MINUTES.toNanos(1);
    }

    private Problem problem(Reason reason) {
        return new Problem(reason, label());
    }
}

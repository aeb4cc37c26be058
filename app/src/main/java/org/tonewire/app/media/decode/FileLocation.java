package org.tonewire.app.media.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.media.pace.Buffering;
import org.tonewire.app.media.pace.FrameResult;

/// A file on this computer.
final class FileLocation implements MediaLocation {
    private final Path path;
    private final boolean loop;

    FileLocation(Path path, boolean loop) {
        this.path = path;
        this.loop = loop;
    }

    @Override
    public AvInput open(AvInterrupt interrupt) throws AvException {
        return AvInput.file(path, interrupt);
    }

    @Override
    public String label() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
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
        boolean readable = Files.isRegularFile(path) && Files.isReadable(path);
        return readable ? Optional.empty() : Optional.of(problem(Reason.FILE_UNREADABLE));
    }

    @Override
    public Problem unopened(AvException refused) {
        return unfit().orElseGet(() -> problem(Reason.NOT_AUDIO));
    }

    /// A file that is truncated or damaged at its end is played as far as possible.
    @Override
    public Next after(RoundEnd end) {
        boolean damaged =
                end.broken().filter(failure -> failure.code() == AVERROR_INVALIDDATA()).isPresent();
        if (end.samples() == 0 || (end.broken().isPresent() && !damaged)) {
            Reason reason = Files.exists(path) ? Reason.FILE_UNREADABLE : Reason.FILE_VANISHED;
            return new Next.Finish(new FrameResult.Failed(problem(reason)));
        }
        return loop ? new Next.Repeat() : new Next.Finish(FrameResult.ENDED);
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

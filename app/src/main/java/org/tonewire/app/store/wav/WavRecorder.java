package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;

/// Records tracks to 24-bit WAV files. One thread writes all of them, 20 times per second, and
/// updates their headers, so that a crash loses at most the last second.
public final class WavRecorder implements TrackRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(WavRecorder.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");
    private static final long STEP_NANOS = 50_000_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final long MIN_FREE_BYTES = 1 << 20;

    private final WavTrack.Target target;
    private final Consumer<TrackLoss> onLoss;
    private final List<WavTrack> tracks = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private volatile boolean closed;

    private WavRecorder(WavTrack.Target target, Consumer<TrackLoss> onLoss) {
        this.target = target;
        this.onLoss = onLoss;
        this.writer = Thread.ofPlatform().daemon().name("recorder").unstarted(this::run);
    }

    /// A [org.tonewire.app.core.record.RecorderOpener].
    public static RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.debug("No folder to record to", e);
            return failed(folder);
        }
        if (!Files.isWritable(folder)) {
            return failed(folder);
        }
        return new RecorderOpening.Opened(
                started(
                        new WavTrack.Target(folder, WavRecorder::create, WavTrack.MAX_DATA_BYTES),
                        onLoss));
    }

    static WavRecorder started(WavTrack.Target target, Consumer<TrackLoss> onLoss) {
        WavRecorder recorder = new WavRecorder(target, onLoss);
        recorder.writer.start();
        return recorder;
    }

    private static RecorderOpening failed(Path folder) {
        return new RecorderOpening.Failed(new Problem(Reason.STORAGE_FAILED, folder.toString()));
    }

    static FileChannel create(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public RecordedTrack begin(String participant, String track) {
        String time = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        WavTrack begun = new WavTrack(target, time, participant, track);
        tracks.add(begun);
        return begun;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, STEP_NANOS);
            tracks.forEach(this::write);
        }
        tracks.forEach(WavTrack::close);
        tracks.forEach(this::write);
    }

    /// A failure here affects only this track.
    private void write(WavTrack track) {
        try {
            if (!track.write()) {
                tracks.remove(track);
            }
            if (track.takeNewGaps()) {
                report(track, TrackLoss.Part.GAPS, new Problem(Reason.STORAGE_SLOW, track.title()));
            }
        } catch (IOException e) {
            LOG.warn("A recording failed: {}", e.getMessage());
            abandon(track, problem(track, e));
        } catch (RuntimeException e) {
            LOG.error("A recording failed", e);
            abandon(track, new Problem(Reason.INTERNAL, track.title()));
        }
    }

    private void abandon(WavTrack track, Problem problem) {
        tracks.remove(track);
        report(track, track.abandon(), problem);
    }

    private void report(WavTrack track, TrackLoss.Part part, Problem problem) {
        onLoss.accept(track.loss(part, problem));
    }

    private Problem problem(WavTrack track, IOException e) {
        return isFull(e)
                ? new Problem(Reason.STORAGE_FULL, track.title())
                : new Problem(Reason.STORAGE_FAILED, track.path().toString());
    }

    /// Whether the disk is full. The error message is localized, so free space is checked too.
    private boolean isFull(IOException e) {
        try {
            return String.valueOf(e.getMessage()).contains("No space left")
                    || Files.getFileStore(target.folder()).getUsableSpace() < MIN_FREE_BYTES;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        LockSupport.unpark(writer);
        try {
            if (!writer.join(CLOSE_LIMIT)) {
                LOG.warn("The recordings could not be finished in time");
                tracks.forEach(track ->
                        report(
                                track,
                                TrackLoss.Part.REST,
                                new Problem(Reason.STORAGE_SLOW, track.title())));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

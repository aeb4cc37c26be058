package org.tonewire.app.store.wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.tonewire.app.core.record.TrackRecorder;

/// Writes tracks as 24-bit WAV files. One thread writes them all, twenty times a second, and keeps
/// their headers true, so that a crash costs no more than the last second.
public final class WavRecorder implements TrackRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(WavRecorder.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");
    private static final long STEP_NANOS = 50_000_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int MOST_NAME = 60;

    private final Path folder;
    private final Consumer<Problem> onFailure;
    private final List<WavTrack> tracks = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private volatile boolean closed;

    private WavRecorder(Path folder, Consumer<Problem> onFailure) {
        this.folder = folder;
        this.onFailure = onFailure;
        this.writer = Thread.ofPlatform().daemon().name("recorder").unstarted(this::run);
    }

    /// A [org.tonewire.app.core.record.RecorderOpener].
    public static RecorderOpening open(Path folder, Consumer<Problem> onFailure) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            LOG.debug("No folder to record to", e);
            return failed(folder);
        }
        if (!Files.isWritable(folder)) {
            return failed(folder);
        }
        WavRecorder recorder = new WavRecorder(folder, onFailure);
        recorder.writer.start();
        return new RecorderOpening.Opened(recorder);
    }

    private static RecorderOpening failed(Path folder) {
        return new RecorderOpening.Failed(new Problem(Reason.STORAGE_FAILED, folder.toString()));
    }

    @Override
    public RecordedTrack begin(String participant, String track) {
        String stamp = LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
        String name = "%s %s - %s".formatted(stamp, plain(participant), plain(track));
        WavTrack begun = new WavTrack(folder, name);
        tracks.add(begun);
        return begun;
    }

    /// Names come from strangers: nothing in them may lead out of the folder.
    private static String plain(String name) {
        String kept = name.replaceAll("[^\\p{L}\\p{M}\\p{Nd} _-]", "_").strip();
        String cut = kept.length() > MOST_NAME ? kept.substring(0, MOST_NAME) : kept;
        return cut.isEmpty() ? "_" : cut;
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, STEP_NANOS);
            tracks.forEach(this::write);
        }
        tracks.forEach(WavTrack::close);
        tracks.forEach(this::write);
    }

    private void write(WavTrack track) {
        try {
            if (!track.write()) {
                tracks.remove(track);
            }
        } catch (IOException e) {
            tracks.remove(track);
            LOG.warn("A recording broke off: {}", e.getMessage());
            onFailure.accept(new Problem(Reason.STORAGE_FAILED, track.path().toString()));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(writer);
        try {
            if (!writer.join(CLOSE_LIMIT)) {
                LOG.warn("The recordings could not be finished in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

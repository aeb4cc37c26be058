package org.tonewire.app.core.session;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.peer.Peer;
import org.tonewire.app.core.peer.Peers;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;

/// The recording of a session, one file for each track: local tracks as they are sent, remote
/// tracks as they arrive, before any fader. A track that cannot be recorded is lost alone: the
/// other tracks and the session go on, whatever the recorder throws. Its folder is opened, and its
/// files are completed, on another thread, as both wait for storage. Session thread only, but for
/// [#finish()].
final class Recording {
    private static final Logger log = LoggerFactory.getLogger(Recording.class);

    /// How long an end waits for a folder that is not opened yet.
    private static final Duration OPEN_LIMIT = Duration.ofSeconds(2);

    private final SessionLoop loop;
    private final RecorderOpener opener;
    private final Consumer<SessionEvent> events;
    private @Nullable Take current;

    /// Recordings whose files are not known to be complete. Any thread reads it.
    private final Set<Take> unfinished = ConcurrentHashMap.newKeySet();

    /// One recording, from its start to its end. Any thread reports losses, and any thread closes
    /// the files: a second one waits on the monitor for the first.
    private static final class Take {
        private final Path folder;
        private final Queue<TrackLoss> arrived = new ConcurrentLinkedQueue<>();
        private final List<TrackLoss> losses = new ArrayList<>();
        private final List<Track> tracks = new CopyOnWriteArrayList<>();
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile @Nullable TrackRecorder recorder;

        /// Why it could not begin.
        private volatile Optional<Problem> refusal = Optional.empty();

        /// Whether its start is reported. Session thread.
        private boolean running;

        /// Guarded by the monitor.
        private boolean closed;

        Take(Path folder) {
            this.folder = folder;
        }

        int files() {
            long without =
                    losses.stream().filter(loss -> loss.part() == TrackLoss.Part.WHOLE).count();
            return Math.max(0, tracks.size() - (int) without);
        }

        /// A recorder that comes too late is closed.
        synchronized void answer(RecorderOpening opening) {
            answered.countDown();
            switch (opening) {
                case RecorderOpening.Opened(TrackRecorder late) when closed -> closeQuietly(late);
                case RecorderOpening.Opened(TrackRecorder fresh) -> recorder = fresh;
                case RecorderOpening.Failed(Problem problem) -> refusal = Optional.of(problem);
            }
        }

        private static void closeQuietly(TrackRecorder late) {
            try {
                late.close();
            } catch (RuntimeException e) {
                log.error("a recorder did not close", e);
            }
        }

        /// Waits until the folder is there, or is refused; some time at most.
        void awaitOpening() {
            try {
                if (!answered.await(OPEN_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                    log.warn("the folder of a recording was not opened within {}", OPEN_LIMIT);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        /// Waits until the files are complete.
        void close() {
            awaitOpening();
            complete();
        }

        private synchronized void complete() {
            closed = true;
            TrackRecorder open = recorder;
            recorder = null;
            if (answered.getCount() > 0) {
                refusal = Optional.of(new Problem(Reason.STORAGE_FAILED, folder.toString()));
            }
            try {
                if (open != null) {
                    open.close();
                }
            } catch (RuntimeException e) {
                log.error("a recorder did not close", e);
                for (Track each : tracks) {
                    arrived.add(defect(each.participant(), each.track(), TrackLoss.Part.REST));
                }
            }
        }
    }

    private record Track(RecordTap tap, String participant, String track) {}

    Recording(SessionLoop loop, RecorderOpener opener, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.opener = opener;
        this.events = events;
    }

    /// Begins to open the folder.
    ///
    /// @param then runs when tracks can be recorded
    void start(Path into, Runnable then) {
        stop();
        List<Take> before = List.copyOf(unfinished);
        before.stream().filter(each -> each.running).forEach(this::reportEnd);
        Take take = new Take(into.toAbsolutePath());
        current = take;
        unfinished.add(take);
        loop.runBlocking(() -> {
            before.forEach(Take::awaitOpening);
            take.answer(open(take));
            loop.post(() -> opened(take, then));
        });
    }

    /// The folder is opened or refused; meanwhile the recording may have ended.
    private void opened(Take take, Runnable then) {
        if (!take.equals(current)) {
            return;
        }
        unfinished.stream().filter(each -> !each.equals(take)).forEach(this::reportEnd);
        if (take.refusal.isPresent()) {
            current = null;
            reportEnd(take);
        } else {
            reportStart(take);
            then.run();
        }
    }

    private void reportStart(Take take) {
        take.running = true;
        emit(new RecordingStatus.Running(take.folder));
    }

    private RecorderOpening open(Take take) {
        try {
            return opener.open(take.folder, loss -> lost(take, loss));
        } catch (RuntimeException e) {
            log.error("a recorder could not be opened", e);
            return new RecorderOpening.Failed(internal(take.folder.toString()));
        }
    }

    /// Begins files for tracks that have none.
    void follow(LocalSources sources, Peers peers) {
        Take take = current;
        if (take == null || !take.running) {
            return;
        }
        for (SourceTrack source : sources.tracks()) {
            if (source.status() instanceof SourceStatus.Live) {
                follow(source.recordTap(), sources.name().value(), source.name());
            }
        }
        for (Peer peer : peers.all()) {
            for (TrackChannel track : peer.tracks()) {
                if (track.isAnnounced()) {
                    follow(track.recordTap(), peer.name(), track.name());
                }
            }
        }
    }

    /// Begins the file of one track that has none.
    void follow(RecordTap tap, String participant, String track) {
        Take take = current;
        if (take != null && take.running && !tap.isRecording()) {
            tap.begin(begin(take, participant, track));
            take.tracks.add(new Track(tap, participant, track));
        }
    }

    private RecordedTrack begin(Take take, String participant, String track) {
        TrackRecorder recorder = take.recorder;
        try {
            return recorder == null ? new NotRecorded() : recorder.begin(participant, track);
        } catch (RuntimeException e) {
            log.error("a track could not be recorded", e);
            lost(take, defect(participant, track, TrackLoss.Part.WHOLE));
            return new NotRecorded();
        }
    }

    /// Ends every file. Another thread waits for storage; the end is reported after that.
    void stop() {
        Take take = current;
        if (take == null) {
            return;
        }
        current = null;
        take.tracks.forEach(Recording::end);
        loop.runBlocking(() -> {
            take.close();
            loop.post(() -> reportEnd(take));
        });
    }

    /// Waits until all files are complete. Any thread but the session's.
    void finish() {
        unfinished.forEach(Take::close);
    }

    /// Reports the ends that were not reported yet.
    void reportEnds() {
        unfinished.forEach(this::reportEnd);
    }

    private void reportEnd(Take take) {
        if (!unfinished.remove(take)) {
            return;
        }
        Optional<Problem> refusal = take.refusal;
        if (refusal.isPresent()) {
            events.accept(new SessionEvent.ProblemOccurred(refusal.get()));
            emit(new RecordingStatus.Off());
            return;
        }
        if (!take.running) {
            reportStart(take);
        }
        reportLosses(take);
        emit(new RecordingStatus.Ended(take.folder, take.files(), take.losses));
    }

    private static void end(Track track) {
        try {
            track.tap().end();
        } catch (RuntimeException e) {
            log.error("a recorded track did not end", e);
        }
    }

    /// Any thread. A loss that arrives while the recording ends is reported before its end.
    private void lost(Take take, TrackLoss loss) {
        take.arrived.add(loss);
        loop.post(() -> {
            if (reportLosses(take) && take.equals(current)) {
                emit(new RecordingStatus.Running(take.folder, take.losses));
            }
        });
    }

    /// @return whether there were any
    private boolean reportLosses(Take take) {
        boolean any = false;
        for (TrackLoss loss = take.arrived.poll(); loss != null; loss = take.arrived.poll()) {
            any = true;
            take.losses.add(loss);
            events.accept(new SessionEvent.ProblemOccurred(loss.problem()));
        }
        return any;
    }

    private void emit(RecordingStatus status) {
        events.accept(new SessionEvent.RecordingChanged(status));
    }

    private static TrackLoss defect(String participant, String track, TrackLoss.Part part) {
        return new TrackLoss(
                participant, track, part, internal(TrackLoss.title(participant, track)));
    }

    private static Problem internal(String subject) {
        return new Problem(Reason.INTERNAL, subject);
    }

    /// Stands for a track that could not be begun, so that it is not tried again at every event.
    private static final class NotRecorded implements RecordedTrack {
        @Override
        public void accept(float[] frame, long position) {}

        @Override
        public void close() {}
    }
}

package org.tonewire.app.core.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackRecorder;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;

/// The files of a session: every track in one of its own, one's own as the others hear them, those
/// of others as they come, before any fader. The first file that cannot be written ends all of
/// them: a disk that is full for one is full for the others. Session thread only.
final class Recording {
    private final EventLoop loop;
    private final RecorderOpener opener;
    private final Consumer<SessionEvent> events;
    private final List<RecordTap> taps = new ArrayList<>();
    private Path folder = Path.of("");
    private @Nullable TrackRecorder recorder;

    /// Recorders whose files are not whole yet, with what is to be told then. Any thread reads it.
    private final Map<TrackRecorder, RecordingStatus> unfinished = new ConcurrentHashMap<>();

    /// Grows with every start: what is told of an earlier recording is passed over.
    private int round;

    Recording(EventLoop loop, RecorderOpener opener, Consumer<SessionEvent> events) {
        this.loop = loop;
        this.opener = opener;
        this.events = events;
    }

    void start(Path into) {
        stop();
        tellEnds();
        int begun = ++round;
        folder = into.toAbsolutePath();
        switch (opener.open(folder, problem -> loop.post(() -> broke(begun, problem)))) {
            case RecorderOpening.Opened(TrackRecorder opened) -> {
                recorder = opened;
                unfinished.put(opened, ended(Optional.empty()));
                tell(new RecordingStatus.Running(folder));
            }
            case RecorderOpening.Failed(Problem problem) -> {
                events.accept(new SessionEvent.ProblemOccurred(problem));
                tell(new RecordingStatus.Off());
            }
        }
    }

    /// Begins files for tracks that have none.
    void follow(LocalSources sources, Peers peers) {
        if (recorder == null) {
            return;
        }
        for (SourceTrack source : sources.tracks()) {
            if (source.status() instanceof SourceStatus.Live) {
                begin(recorder, source.recordTap(), sources.name().value(), source.name());
            }
        }
        for (Peer peer : peers.all()) {
            for (TrackChannel track : peer.tracks()) {
                if (track.isAnnounced()) {
                    begin(recorder, track.recordTap(), peer.name(), track.name());
                }
            }
        }
    }

    private void begin(TrackRecorder with, RecordTap tap, String who, String track) {
        if (!tap.isRecording()) {
            tap.begin(with.begin(who, track));
            taps.add(tap);
        }
    }

    /// Waits until all files are whole. Any thread but the session's.
    void finish() {
        unfinished.keySet().forEach(TrackRecorder::close);
    }

    /// Tells of what was finished and not told yet.
    void tellEnds() {
        unfinished.keySet().forEach(this::told);
    }

    /// Ends every file; storage is waited for elsewhere, and the end told after that.
    void stop() {
        stop(Optional.empty());
    }

    private void broke(int of, Problem problem) {
        if (of == round && recorder != null) {
            events.accept(new SessionEvent.ProblemOccurred(problem));
            stop(Optional.of(problem));
        }
    }

    private void stop(Optional<Problem> problem) {
        @Nullable TrackRecorder open = recorder;
        if (open == null) {
            return;
        }
        recorder = null;
        unfinished.put(open, ended(problem));
        taps.forEach(RecordTap::end);
        taps.clear();
        Thread.startVirtualThread(() -> {
            open.close();
            loop.post(() -> told(open));
        });
    }

    private RecordingStatus ended(Optional<Problem> problem) {
        return new RecordingStatus.Ended(folder, taps.size(), problem);
    }

    private void told(TrackRecorder of) {
        RecordingStatus status = unfinished.remove(of);
        if (status != null) {
            tell(status);
        }
    }

    private void tell(RecordingStatus status) {
        events.accept(new SessionEvent.RecordingChanged(status));
    }
}

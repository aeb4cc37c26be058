package org.tonewire.app.core.session;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.TrackRecorder;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SourceStatus;

/// The files of a session: every track in one of its own, one's own as the others hear them, those
/// of others as they come, before any fader. Session thread only.
final class Recording {
    private final RecorderOpener opener;
    private final Consumer<SessionEvent> events;
    private @Nullable TrackRecorder recorder;

    Recording(RecorderOpener opener, Consumer<SessionEvent> events) {
        this.opener = opener;
        this.events = events;
    }

    void start(Path folder) {
        stop();
        switch (opener.open(folder, problem -> emit(problem))) {
            case RecorderOpening.Opened(TrackRecorder opened) -> recorder = opened;
            case RecorderOpening.Failed(Problem problem) -> emit(problem);
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

    private static void begin(TrackRecorder with, RecordTap tap, String who, String track) {
        if (!tap.isRecording()) {
            tap.begin(with.begin(who, track));
        }
    }

    /// Ends every file.
    void stop() {
        if (recorder != null) {
            recorder.close();
            recorder = null;
        }
    }

    private void emit(Problem problem) {
        events.accept(new SessionEvent.ProblemOccurred(problem));
    }
}

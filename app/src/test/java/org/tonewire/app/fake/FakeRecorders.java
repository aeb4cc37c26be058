package org.tonewire.app.fake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpener;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;

/// Recorders that keep tracks in memory.
public final class FakeRecorders implements RecorderOpener {
    private final List<Take> takes = new ArrayList<>();
    private final Set<String> full = new HashSet<>();
    private @Nullable Problem problem;

    /// There is no room for this participant's tracks.
    public void fill(String participant) {
        full.add(participant);
    }

    /// No recording can begin from here on.
    public void fail(Problem why) {
        problem = why;
    }

    /// All recordings, the newest last.
    public List<Take> takes() {
        return takes;
    }

    @Override
    public RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss) {
        if (problem != null) {
            return new RecorderOpening.Failed(problem);
        }
        Take take = new Take(onLoss, full);
        takes.add(take);
        return new RecorderOpening.Opened(take);
    }

    /// One recording.
    public static final class Take implements TrackRecorder {
        private final Consumer<TrackLoss> onLoss;
        private final Set<String> full;
        private final List<Track> tracks = new ArrayList<>();
        private boolean closed;

        private Take(Consumer<TrackLoss> onLoss, Set<String> full) {
            this.onLoss = onLoss;
            this.full = full;
        }

        /// Those that would have a file.
        public List<Track> tracks() {
            return tracks.stream().filter(track -> track.samples() > 0).toList();
        }

        public boolean isClosed() {
            return closed;
        }

        @Override
        public RecordedTrack begin(String participant, String track) {
            Track begun = new Track(participant, track);
            tracks.add(begun);
            if (full.contains(participant)) {
                begun.close();
                onLoss.accept(lost(begun));
            }
            return begun;
        }

        @Override
        public void close() {
            closed = true;
            tracks.forEach(Track::close);
        }
    }

    private static TrackLoss lost(Track track) {
        String title = TrackLoss.title(track.participant(), track.name());
        return new TrackLoss(
                track.participant(),
                track.name(),
                TrackLoss.Part.WHOLE,
                new Problem(Reason.STORAGE_FULL, title));
    }

    /// One track of a recording.
    public static final class Track implements RecordedTrack {
        private final String participant;
        private final String name;
        private long first;
        private long samples;
        private Optional<Float> last = Optional.empty();
        private boolean closed;

        private Track(String participant, String name) {
            this.participant = participant;
            this.name = name;
        }

        public String participant() {
            return participant;
        }

        public String name() {
            return name;
        }

        /// How long its file is, the silence of gaps included.
        public long samples() {
            return samples;
        }

        /// The newest sample since [#forget()].
        public Optional<Float> last() {
            return last;
        }

        public void forget() {
            last = Optional.empty();
        }

        public boolean isClosed() {
            return closed;
        }

        @Override
        public void accept(float[] frame, long position) {
            if (closed) {
                return;
            }
            if (samples == 0) {
                first = position;
            }
            samples = position - first + AudioFormat.FRAME_SAMPLES;
            last = Optional.of(frame[frame.length - 1]);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}

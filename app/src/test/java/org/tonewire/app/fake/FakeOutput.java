package org.tonewire.app.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.device.AudioOutput;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.device.OutputHealth;
import org.tonewire.app.core.device.TrackOutput;
import org.tonewire.app.core.problem.Problem;

/// An output that keeps what it is given.
public final class FakeOutput implements AudioOutput {
    private static final int MAX_KEPT = 1_000;

    public final List<OutputChoice> uses = new ArrayList<>();
    public final List<float[]> played = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private @Nullable Problem problem;
    private boolean closed;

    public void fail(Problem why) {
        problem = why;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Those that are open.
    public List<Track> tracks() {
        return tracks;
    }

    @Override
    public void use(OutputChoice choice, Consumer<Optional<Problem>> done) {
        uses.add(choice);
        done.accept(Optional.ofNullable(problem));
    }

    @Override
    public TrackOutput openTrack() {
        Track track = new Track();
        tracks.add(track);
        return track;
    }

    @Override
    public void onLost(Consumer<Problem> listener) {}

    @Override
    public void setMasterGainDb(double gainDb) {}

    @Override
    public OutputHealth health() {
        return new OutputHealth("fake", true);
    }

    @Override
    public void close() {
        closed = true;
    }

    /// One track's stream.
    public final class Track implements TrackOutput {
        private float last;

        /// The last sample that was played since [#reset()], 0 for none.
        public float last() {
            return last;
        }

        public void reset() {
            last = 0;
        }

        @Override
        public void accept(float[] frame) {
            last = frame[frame.length - 1];
            if (played.size() < MAX_KEPT) {
                played.add(frame.clone());
            }
        }

        @Override
        public long queuedMicros() {
            return 0;
        }

        @Override
        public long underruns() {
            return 0;
        }

        @Override
        public void close() {
            tracks.remove(this);
        }
    }
}

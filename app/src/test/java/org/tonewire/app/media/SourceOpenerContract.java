package org.tonewire.app.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.FrameSink;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceListener;
import org.tonewire.app.core.source.SourceOpening;
import org.tonewire.app.core.source.SourceStream;
import org.tonewire.app.testing.Eventually;

/// What sources promise to a session, wherever their sound comes from.
public abstract class SourceOpenerContract {
    private static final int FRAMES = 20;
    private static final int PAUSE_MILLIS = 60;

    /// Opens a source that goes on until it is closed.
    protected abstract SourceOpening open();

    /// Opens a source that cannot be opened.
    protected abstract SourceOpening openImpossible();

    /// A started stream delivers at least this many frames, unless it is closed.
    protected abstract void deliver(SourceStream stream, Received received, int frames);

    @Test
    void aStreamHasANameBeforeItStarts() {
        SourceStream stream = opened();
        assertThat(stream.label()).isNotBlank();
        assertThat(stream.health().frames()).isZero();
        stream.close();
    }

    @Test
    void framesOfTenMillisecondsFollowOneAnother() {
        SourceStream stream = opened();
        Received received = new Received();
        stream.start(received, received);
        deliver(stream, received, FRAMES);
        stream.close();
        List<Long> positions = received.positions.subList(0, FRAMES);
        assertThat(received.lengths).containsOnly(AudioFormat.FRAME_VALUES);
        for (int i = 1; i < FRAMES; i++) {
            assertThat(positions.get(i) - positions.get(i - 1))
                    .isEqualTo(AudioFormat.FRAME_SAMPLES);
        }
    }

    @Test
    void theHealthCountsTheDeliveredFrames() {
        SourceStream stream = opened();
        Received received = new Received();
        stream.start(received, received);
        deliver(stream, received, FRAMES);
        stream.close();
        assertThat(stream.health().frames()).isEqualTo(received.count());
    }

    @Test
    void noFrameIsDeliveredAfterTheStreamIsClosed() {
        SourceStream stream = opened();
        Received received = new Received();
        stream.start(received, received);
        deliver(stream, received, FRAMES);
        stream.close();
        int before = received.count();
        deliver(stream, received, 0);
        assertThat(received.count()).isEqualTo(before);
    }

    @Test
    void aStreamMayBeClosedTwiceAndUnstarted() {
        SourceStream stream = opened();
        stream.close();
        stream.close();
    }

    @Test
    void aSourceThatCannotBeOpenedSaysWhy() {
        assertThat(openImpossible()).isInstanceOf(SourceOpening.Failed.class);
    }

    /// Waits for frames that come by themselves; where none is expected, there is time for one.
    protected static void awaitFrames(Received received, int frames) {
        Eventually.holds(() -> received.count() >= frames, () -> received.count() + " frames");
        Eventually.holds(new Heard.Pause(PAUSE_MILLIS), () -> "a pause");
    }

    private SourceStream opened() {
        SourceOpening opening = open();
        assertThat(opening).isInstanceOf(SourceOpening.Opened.class);
        return ((SourceOpening.Opened) opening).stream();
    }

    /// Counts frames, and stores the positions of the first ones.
    public static final class Received implements FrameSink, SourceListener {
        private static final int MAX_STORED = 100;

        private final List<Long> positions = new CopyOnWriteArrayList<>();
        private final List<Integer> lengths = new CopyOnWriteArrayList<>();
        private final AtomicInteger frames = new AtomicInteger();

        /// Frames so far.
        public int count() {
            return frames.get();
        }

        @Override
        public void accept(float[] frame, long position) {
            if (positions.size() < MAX_STORED) {
                positions.add(position);
                lengths.add(frame.length);
            }
            frames.incrementAndGet();
        }

        @Override
        public void ended() {}

        @Override
        public void failed(Problem problem) {}
    }
}

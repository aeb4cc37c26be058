package org.tonewire.app.media.pace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.FramePace;

/// A producer with its own clock, and the schedule of the pacing thread, in computed time.
class FollowingFrameSourceTest {
    private static final int CHUNK_FRAMES = 2;
    private static final long CHUNK_NANOS = 20_000_000L;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final BufferedFrameSource buffer = new BufferedFrameSource(Buffering.PIPE, () -> {});
    private final FollowingFrameSource frameSource =
            new FollowingFrameSource(buffer, Buffering.PIPE.resumeMillis());
    private final float[] frame = new float[960];

    @Test
    void aProducerInRealTimeIsFollowedWithoutGaps() {
        play(0);
        assertThat(frameSource.gaps()).isZero();
        assertThat(frameSource.fasterPpm()).isZero();
    }

    @Test
    void aFasterProducerIsFollowedAndDoesNotPileUp() {
        play(1_000);
        assertThat(frameSource.gaps()).isZero();
        assertThat(buffer.producerWaits()).isZero();
        assertThat(buffer.waitingMillis()).isLessThan(150);
    }

    @Test
    void aSlowerProducerCausesUnderrunsThatAreCounted() {
        play(-10_000);
        assertThat(frameSource.gaps()).isBetween(5L, 30L);
    }

    private void play(int producerFasterPpm) {
        float[] chunk = new float[960 * CHUNK_FRAMES];
        long chunkNanos = CHUNK_NANOS - CHUNK_NANOS * producerFasterPpm / 1_000_000;
        long made = 0;
        FramePace pace = new FramePace(0);
        for (long now = 0; now < MINUTE_NANOS; now += pace.waitNanos(now)) {
            for (; made <= now; made += chunkNanos) {
                buffer.put(chunk, chunk.length);
            }
            if (now > 0 || frameSource.ready()) {
                frameSource.next(frame);
            }
            pace.delivered(now, frameSource.fasterPpm());
        }
    }
}

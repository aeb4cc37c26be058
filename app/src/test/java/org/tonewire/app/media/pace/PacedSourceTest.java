package org.tonewire.app.media.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.SourceListener;

class PacedSourceTest {
    private static final int RACES = 300;

    private static final SourceListener IGNORING =
            new SourceListener() {
                @Override
                public void ended() {}

                @Override
                public void failed(Problem problem) {}
            };

    @Test
    void aStallOfTheClockIsAGapInPositions() throws InterruptedException {
        BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
        PacedSource source =
                new PacedSource("tone", new ToneFrameSource(440), () -> {}, new StallingClock(4));
        source.start((_, position) -> positions.add(position), IGNORING);
        List<Long> first = take(positions, 8);
        source.close();

        assertThat(first.subList(0, 4)).containsExactly(0L, 480L, 960L, 1_440L);
        // The frame due when the clock stalled is late; the others were never due.
        assertThat(first.subList(4, 6)).containsExactly(1_920L, 2_400L + 48_000 - 480);
        assertThat(first.get(7) - first.get(6)).isEqualTo(480);
        assertThat(source.health().gaps()).isEqualTo(1);
    }

    /// Two threads race: a mistake shows in some of the rounds.
    @Test
    void aSourceThatIsClosedWhileItStartsIsSilentAfterwards() throws Exception {
        for (int round = 0; round < RACES; round++) {
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger late = new AtomicInteger();
            CountDownLatch both = new CountDownLatch(2);
            PacedSource source =
                    new PacedSource(
                            "tone",
                            new ToneFrameSource(440),
                            () -> late.addAndGet(over.get() ? 1 : 0),
                            new StallingClock(4));
            FutureTask<Void> starting =
                    new FutureTask<>(
                            () -> {
                                meet(both);
                                source.start((_, _) -> {}, IGNORING);
                            },
                            null);
            Thread.ofVirtual().start(starting);
            meet(both);
            source.close();
            starting.get(60, TimeUnit.SECONDS);
            source.close();
            over.set(true);
            assertThat(late).hasValue(0);
        }
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        while (both.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static List<Long> take(BlockingQueue<Long> positions, int count)
            throws InterruptedException {
        Long[] taken = new Long[count];
        for (int i = 0; i < count; i++) {
            taken[i] = positions.poll(60, TimeUnit.SECONDS);
        }
        return List.of(taken);
    }

    /// Advances by every wait; one wait takes a second longer. Pacing thread only.
    private static final class StallingClock implements PaceClock {
        private final int stallAfter;
        private long nanos;
        private int waits;

        StallingClock(int stallAfter) {
            this.stallAfter = stallAfter;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void await(FrameSource frameSource, long waitNanos) {
            nanos += waitNanos;
            waits++;
            if (waits == stallAfter) {
                nanos += Duration.ofSeconds(1).toNanos();
            }
        }
    }
}

package org.tonewire.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.source.SourceId;

/// What becomes of events that nobody reads for a while.
@Timeout(60)
final class QueuedLinesTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final SessionEvent STATS = new SessionEvent.StatsCollected(List.of());

    private static final SessionEvent RECORDED =
            new SessionEvent.RecordingChanged(new RecordingStatus.Ended(Path.of("/music"), 1));
    private static final SessionEvent LEFT =
            new SessionEvent.ConnectionChanged(new ConnectionStatus.Ended(Optional.empty()));

    private final SlowLines slow = new SlowLines();

    @Test
    void everythingIsPrintedInOrderWhenTheReaderIsBack() {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, LONG);
        lines.happened(event(0));
        lines.happened(STATS);
        lines.refused("no");
        lines.happened(event(1));
        slow.read();
        lines.close();

        assertThat(slow.printed).containsExactly("0", "stats", "no", "1");
    }

    @Test
    void statisticsAreDroppedFirstAndCounted() throws InterruptedException {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, LONG);
        lines.happened(event(-1));
        assertThat(slow.entered.await(50, TimeUnit.SECONDS)).isTrue();
        int others = QueuedLines.CAPACITY - 10;
        for (int i = 0; i < others; i++) {
            lines.happened(event(i));
        }
        for (int i = 0; i < 60; i++) {
            lines.happened(STATS);
        }
        for (int i = 0; i < 10; i++) {
            lines.happened(event(others + i));
        }
        slow.read();
        lines.close();

        assertThat(slow.printed).startsWith("-1", "dropped 60").doesNotContain("stats");
        assertThat(slow.printed).hasSize(2 + QueuedLines.CAPACITY);
        assertThat(slow.printed.getLast()).isEqualTo(Integer.toString(others + 9));
    }

    @Test
    void aQueueFullOfOtherEventsDropsTheNewest() throws InterruptedException {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, LONG);
        lines.happened(event(-1));
        assertThat(slow.entered.await(50, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < QueuedLines.CAPACITY + 5; i++) {
            lines.happened(event(i));
        }
        slow.read();
        lines.close();

        assertThat(slow.printed)
                .startsWith("-1", "dropped 5", "0")
                .endsWith(Integer.toString(QueuedLines.CAPACITY - 1))
                .hasSize(2 + QueuedLines.CAPACITY);
    }

    @Test
    void theEndOfTheSessionAndOfARecordingAreNotDropped() throws InterruptedException {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, LONG);
        lines.happened(event(-1));
        assertThat(slow.entered.await(50, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 2 * QueuedLines.CAPACITY; i++) {
            lines.happened(event(i));
        }
        lines.happened(RECORDED);
        lines.problem(Problem.of(Reason.CONNECTION_LOST));
        lines.happened(event(7));
        lines.happened(LEFT);
        slow.read();
        lines.close();

        assertThat(slow.printed)
                .startsWith("-1", "dropped " + (QueuedLines.CAPACITY + 4), "0")
                .endsWith("recorded", "connection-lost", "left")
                .hasSize(2 + QueuedLines.CAPACITY);
    }

    @Test
    void theEndIsKeptThoughOnlyEndsOfRecordingsWait() throws InterruptedException {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, LONG);
        lines.happened(event(-1));
        assertThat(slow.entered.await(50, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 2 * QueuedLines.CAPACITY; i++) {
            lines.happened(RECORDED);
        }
        lines.happened(LEFT);
        slow.read();
        lines.close();

        assertThat(slow.printed).endsWith("recorded", "left").hasSize(2 + QueuedLines.CAPACITY);
    }

    @Test
    void aPrintingThreadThatFailsCountsAsAReaderThatIsGone() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        slow.read();
        slow.failure = new StackOverflowError();
        try (QueuedLines lines = QueuedLines.start(slow, gone::countDown, LONG)) {
            lines.happened(event(0));
            assertThat(gone.await(50, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.hasReader()).isFalse();
        }
    }

    @Test
    void theEndWaitsForAReaderOnlySoLong() {
        QueuedLines lines = QueuedLines.start(slow, () -> {}, Duration.ofMillis(1));
        lines.happened(event(0));
        lines.close();

        assertThat(slow.printed).isEmpty();
        slow.read();
    }

    @Test
    void aReaderThatIsGoneIsReportedOnceALineShowsIt() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        slow.read();
        slow.gone = true;
        try (QueuedLines lines = QueuedLines.start(slow, gone::countDown, LONG)) {
            lines.happened(event(0));
            assertThat(gone.await(50, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.hasReader()).isFalse();
        }
    }

    private static SessionEvent event(int number) {
        return new SessionEvent.SourceRemoved(new SourceId(Integer.toString(number)));
    }

    /// Nothing is printed before somebody reads.
    private static final class SlowLines implements EventLines {
        final List<String> printed = new CopyOnWriteArrayList<>();
        final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch reading = new CountDownLatch(1);
        volatile boolean gone;
        volatile @Nullable Error failure;

        void read() {
            reading.countDown();
        }

        private void print(String line) {
            entered.countDown();
            try {
                reading.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            Error now = failure;
            if (now != null) {
                throw now;
            }
            printed.add(line);
        }

        @Override
        public void hosting(Hosting hosting) {
            print("hosting");
        }

        @Override
        public void happened(SessionEvent event) {
            if (event instanceof SessionEvent.SourceRemoved(SourceId id)) {
                print(id.value());
            } else {
                print(event.equals(LEFT) ? "left" : event.equals(RECORDED) ? "recorded" : "stats");
            }
        }

        @Override
        public void problem(Problem problem) {
            print(problem.reason().wireName());
        }

        @Override
        public void refused(String why) {
            print(why);
        }

        @Override
        public void help(String commands) {
            print(commands);
        }

        @Override
        public void dropped(long events) {
            print("dropped " + events);
        }

        @Override
        public boolean hasReader() {
            return !gone;
        }
    }
}

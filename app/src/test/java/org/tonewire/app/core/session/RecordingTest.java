package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.loop.EventLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackRecorder;
import org.tonewire.app.core.room.SessionEvent;

class RecordingTest {
    private static final Path FOLDER = Path.of("/music");
    private static final Problem FULL = new Problem(Reason.STORAGE_FAILED, "/music/a.wav");

    private final EventLoop loop = new EventLoop("session-test");
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Consumer<Problem>> failures = new LinkedBlockingQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private Optional<Problem> refusal = Optional.empty();
    private final Recording recording = new Recording(loop, this::open, events::add);

    @BeforeEach
    void startLoop() {
        loop.start();
    }

    @AfterEach
    void stopLoop() {
        loop.post(loop::stop);
    }

    @Test
    void itSaysWhenItRunsAndWhereTheFilesAreWhenItEnds() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Running(FOLDER)));
        loop.post(recording::stop);
        assertThat(next())
                .isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0, Optional.empty())));
        assertThat(closed).hasValue(1);
    }

    @Test
    void aDiskThatIsFullEndsIt() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER));
        next();
        failures.take().accept(FULL);
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(FULL));
        assertThat(next())
                .isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0, Optional.of(FULL))));
    }

    @Test
    void whatAnEarlierRecordingTellsDoesNotEndTheNext() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER));
        next();
        loop.post(recording::stop);
        next();
        loop.post(() -> recording.start(FOLDER));
        next();
        failures.take().accept(FULL);
        loop.post(recording::stop);
        assertThat(next())
                .isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0, Optional.empty())));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws InterruptedException {
        refusal = Optional.of(FULL);
        loop.post(() -> recording.start(FOLDER));
        assertThat(List.of(next(), next()))
                .containsExactly(
                        new SessionEvent.ProblemOccurred(FULL), changed(new RecordingStatus.Off()));
    }

    private RecorderOpening open(Path folder, Consumer<Problem> onFailure) {
        failures.add(onFailure);
        return refusal.<RecorderOpening>map(RecorderOpening.Failed::new)
                .orElse(new RecorderOpening.Opened(new Counting()));
    }

    private SessionEvent next() throws InterruptedException {
        SessionEvent event = events.poll(60, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static SessionEvent changed(RecordingStatus status) {
        return new SessionEvent.RecordingChanged(status);
    }

    private final class Counting implements TrackRecorder {
        @Override
        public RecordedTrack begin(String participant, String track) {
            throw new AssertionError("no track is there");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}

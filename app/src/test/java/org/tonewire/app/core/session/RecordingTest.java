package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.record.RecordedTrack;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.record.TrackRecorder;
import org.tonewire.app.core.room.SessionEvent;

class RecordingTest {
    private static final Path FOLDER = Path.of("/music");
    private static final Problem FULL = new Problem(Reason.STORAGE_FULL, "Ann – Mix");
    private static final TrackLoss LOST = new TrackLoss("Ann", "Mix", TrackLoss.Part.REST, FULL);

    private final EventLoop loop = new EventLoop("session-test");
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Consumer<TrackLoss>> lossListeners = new LinkedBlockingQueue<>();
    private final AtomicInteger closed = new AtomicInteger();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private Optional<Problem> refusal = Optional.empty();
    private volatile Consumer<String> onBegin = _ -> {};
    private volatile Runnable onClose = () -> {};
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
    void itReportsItsStartAndTheFolderOfItsFilesAtItsEnd() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER, () -> {}));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Running(FOLDER)));
        loop.post(recording::stop);
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0)));
        assertThat(closed).hasValue(1);
    }

    @Test
    void aLostTrackIsReportedAndTheOtherTracksGoOn() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER, () -> {}));
        next();
        lossListeners.take().accept(LOST);
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(FULL));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Running(FOLDER, List.of(LOST))));
        loop.post(recording::stop);
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0, List.of(LOST))));
    }

    @Test
    void aLossWhileTheFilesAreClosedIsReportedBeforeTheEnd() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER, () -> {}));
        next();
        Consumer<TrackLoss> onLoss = lossListeners.take();
        onClose = () -> onLoss.accept(LOST);
        loop.post(recording::stop);
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(FULL));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0, List.of(LOST))));
    }

    @Test
    void aRecorderThatThrowsDoesNotStopTheSession() throws InterruptedException {
        RecordTap ann = new RecordTap((_, _) -> {});
        RecordTap bob = new RecordTap((_, _) -> {});
        onBegin =
                participant -> {
                    if (participant.equals("Ann")) {
                        throw new InvalidPathException("Ann", "a name like no other");
                    }
                };
        onClose =
                () -> {
                    throw new IllegalStateException("a defect");
                };
        loop.post(() ->
                recording.start(
                        FOLDER,
                        () -> {
                            recording.follow(ann, "Ann", "Mix");
                            recording.follow(bob, "Bob", "Mix");
                            recording.follow(ann, "Ann", "Mix");
                        }));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Running(FOLDER)));
        Problem inside = new Problem(Reason.INTERNAL, "Ann – Mix");
        TrackLoss whole = new TrackLoss("Ann", "Mix", TrackLoss.Part.WHOLE, inside);
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(inside));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Running(FOLDER, List.of(whole))));
        assertThat(begun).containsExactly("Ann", "Bob");
        loop.post(recording::stop);
        assertThat(next()).isInstanceOf(SessionEvent.ProblemOccurred.class);
        assertThat(next()).isInstanceOf(SessionEvent.ProblemOccurred.class);
        mustHaveEndedWith(1, whole);
    }

    @Test
    void aRecorderThatThrowsAtTheStartIsReported() throws InterruptedException {
        Recording broken =
                new Recording(
                        loop,
                        (_, _) -> {
                            throw new IllegalStateException("a defect");
                        },
                        events::add);
        loop.post(() -> broken.start(FOLDER, () -> {}));
        assertThat(next())
                .isEqualTo(
                        new SessionEvent.ProblemOccurred(
                                new Problem(Reason.INTERNAL, FOLDER.toString())));
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Off()));
    }

    @Test
    void aLateLossOfAnEarlierRecordingDoesNotEndTheNextOne() throws InterruptedException {
        loop.post(() -> recording.start(FOLDER, () -> {}));
        next();
        loop.post(recording::stop);
        next();
        loop.post(() -> recording.start(FOLDER, () -> {}));
        next();
        lossListeners.take().accept(LOST);
        assertThat(next()).isEqualTo(new SessionEvent.ProblemOccurred(FULL));
        loop.post(recording::stop);
        assertThat(next()).isEqualTo(changed(new RecordingStatus.Ended(FOLDER, 0)));
    }

    @Test
    void aFolderThatCannotBeWrittenIsReported() throws InterruptedException {
        refusal = Optional.of(FULL);
        loop.post(() -> recording.start(FOLDER, () -> {}));
        assertThat(List.of(next(), next()))
                .containsExactly(
                        new SessionEvent.ProblemOccurred(FULL), changed(new RecordingStatus.Off()));
    }

    private RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss) {
        lossListeners.add(onLoss);
        return refusal.<RecorderOpening>map(RecorderOpening.Failed::new)
                .orElse(new RecorderOpening.Opened(new Counting()));
    }

    private void mustHaveEndedWith(int files, TrackLoss loss) throws InterruptedException {
        assertThat(next())
                .isInstanceOfSatisfying(
                        SessionEvent.RecordingChanged.class,
                        changed ->
                                assertThat(changed.status())
                                        .isInstanceOfSatisfying(
                                                RecordingStatus.Ended.class,
                                                ended -> {
                                                    assertThat(ended.files()).isEqualTo(files);
                                                    assertThat(ended.losses()).contains(loss);
                                                }));
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
            begun.add(participant);
            onBegin.accept(participant);
            return new Silent();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            onClose.run();
        }
    }

    private static final class Silent implements RecordedTrack {
        @Override
        public void accept(float[] frame, long position) {}

        @Override
        public void close() {}
    }
}

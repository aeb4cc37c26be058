package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordTap;
import org.tonewire.app.core.record.RecorderOpening;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.fake.ManualLoop;

/// A recording while its folder is being opened.
final class RecordingStartTest {
    private static final Path A = Path.of("/a").toAbsolutePath();
    private static final Path B = Path.of("/b").toAbsolutePath();
    private static final Problem REFUSED = new Problem(Reason.STORAGE_FAILED, A.toString());

    private final ManualLoop loop = new ManualLoop();
    private final List<SessionEvent> events = new ArrayList<>();
    private final FakeRecorders recorders = new FakeRecorders();
    private final Recording recording = new Recording(loop, this::open, events::add);
    private Optional<Problem> refusalOfA = Optional.empty();

    @Test
    void aTrackIsRecordedFromTheStartThatIsReported() {
        RecordTap tap = new RecordTap((_, _) -> {});
        loop.holdBlocking();
        recording.start(A, () -> recording.follow(tap, "Ann", "Mix"));
        recording.follow(tap, "Ann", "Mix");
        loop.settle();
        assertThat(events).isEmpty();
        assertThat(tap.isRecording()).isFalse();

        loop.releaseBlocking();
        loop.settle();

        assertThat(events).containsExactly(changed(new RecordingStatus.Running(A)));
        assertThat(tap.isRecording()).isTrue();
    }

    @Test
    void aStopBeforeTheFolderIsOpenIsReportedAfterTheStart() {
        loop.holdBlocking();
        recording.start(A, () -> {});
        recording.stop();
        loop.releaseBlocking();
        loop.settle();

        assertThat(events)
                .containsExactly(
                        changed(new RecordingStatus.Running(A)),
                        changed(new RecordingStatus.Ended(A, 0)));
        assertThat(recorders.takes()).singleElement().matches(FakeRecorders.Take::isClosed);
    }

    @Test
    void twoRecordingsAreReportedInTheirOrder() {
        loop.holdBlocking();
        recording.start(A, () -> {});
        recording.start(B, () -> {});
        loop.releaseBlocking();
        loop.settle();

        assertThat(events)
                .containsExactly(
                        changed(new RecordingStatus.Running(A)),
                        changed(new RecordingStatus.Ended(A, 0)),
                        changed(new RecordingStatus.Running(B)));
    }

    @Test
    void aRefusalIsReportedBeforeTheNextRecording() {
        refusalOfA = Optional.of(REFUSED);
        loop.holdBlocking();
        recording.start(A, () -> {});
        recording.start(B, () -> {});
        loop.releaseBlocking();
        loop.settle();

        assertThat(events)
                .containsExactly(
                        new SessionEvent.ProblemOccurred(REFUSED),
                        changed(new RecordingStatus.Off()),
                        changed(new RecordingStatus.Running(B)));
    }

    /// Waits for the limit in real time.
    @Test
    void theEndDoesNotWaitForEverForAFolder() {
        loop.holdBlocking();
        recording.start(A, () -> {});
        recording.stop();
        recording.finish();
        recording.reportEnds();
        assertThat(events)
                .containsExactly(
                        new SessionEvent.ProblemOccurred(REFUSED),
                        changed(new RecordingStatus.Off()));

        loop.releaseBlocking();
        loop.settle();

        assertThat(recorders.takes()).singleElement().matches(FakeRecorders.Take::isClosed);
        assertThat(events).hasSize(2);
    }

    private RecorderOpening open(Path folder, Consumer<TrackLoss> onLoss) {
        return refusalOfA
                .filter(_ -> folder.equals(A))
                .<RecorderOpening>map(RecorderOpening.Failed::new)
                .orElseGet(() -> recorders.open(folder, onLoss));
    }

    private static SessionEvent changed(RecordingStatus status) {
        return new SessionEvent.RecordingChanged(status);
    }
}

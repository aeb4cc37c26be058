package org.tonewire.app.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeRecorders;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;

class RecordViewModelTest {
    private static final Path FOLDER = Path.of("/music/Tonewire").toAbsolutePath();

    private final FakeWorld world = FakeWorld.finding(Rooms.withOthers(1, 1));
    private final FakeRecorders recorders = world.room().recorders;
    private long nowNanos;
    private Path wanted = FOLDER;
    private final RecordViewModel model =
            new RecordViewModel(world.session()::submit, () -> wanted, () -> nowNanos);

    @Test
    void pressingAsksForTheFolderThatIsChosenNow() {
        wanted = Path.of("/elsewhere").toAbsolutePath();
        model.toggle();
        assertThat(told()).containsExactly(new RecordingStatus.Running(wanted));
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void pressingTwiceAsksOnce() {
        model.toggle();
        model.toggle();
        assertThat(recorders.takes()).hasSize(1);
        assertThat(recorders.takes().getFirst().isClosed()).isFalse();
    }

    @Test
    void theTimeRunsWhileTheRecordingDoes() {
        model.toggle();
        nowNanos = Duration.ofSeconds(5).toNanos();
        showNewest();
        nowNanos = Duration.ofSeconds(65).toNanos();
        assertThat(model.running().get()).isTrue();
        assertThat(model.elapsed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void stoppingSaysWhereTheFilesAre() {
        model.toggle();
        showNewest();
        model.toggle();
        assertThat(recorders.takes().getFirst().isClosed()).isTrue();
        nowNanos = Duration.ofSeconds(30).toNanos();
        showNewest();
        assertThat(model.running().get()).isFalse();
        assertThat(model.recorded().get())
                .contains(new FinishedRecording(FOLDER, 1, Duration.ofSeconds(30), List.of()));
        model.dismiss();
        assertThat(model.recorded().get()).isEmpty();
    }

    @Test
    void whatIsLostIsShownWhileItRunsAndAtTheEnd() {
        Problem full = new Problem(Reason.STORAGE_FULL, "Zoe – Mix");
        TrackLoss loss = new TrackLoss("Zoe", "Mix", TrackLoss.Part.WHOLE, full);
        recorders.fill("Zoe");
        model.toggle();
        showNewest();
        assertThat(model.losses().get()).isEmpty();
        nowNanos = Duration.ofSeconds(10).toNanos();
        world.room().enters("Zoe");
        world.room().offers("Zoe", List.of(Rooms.track(0, "Mix", false)));
        showNewest();
        assertThat(model.running().get()).isTrue();
        assertThat(model.elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(model.losses().get()).containsExactly(loss);
        model.toggle();
        showNewest();
        assertThat(model.losses().get()).isEmpty();
        assertThat(model.recorded().get())
                .contains(new FinishedRecording(FOLDER, 1, Duration.ofSeconds(10), List.of(loss)));
        assertThat(FinishedRecording.titles(List.of(loss, loss))).isEqualTo("Zoe – Mix");
    }

    @Test
    void whatCouldNotBeginCanBeTriedAgain() {
        recorders.fail(new Problem(Reason.STORAGE_FAILED, FOLDER.toString()));
        model.toggle();
        showNewest();
        assertThat(model.changing().get()).isFalse();
        model.toggle();
        assertThat(told()).containsExactly(new RecordingStatus.Off(), new RecordingStatus.Off());
    }

    private List<RecordingStatus> told() {
        return world.room().events(SessionEvent.RecordingChanged.class).stream()
                .map(SessionEvent.RecordingChanged::status)
                .toList();
    }

    private void showNewest() {
        model.show(told().getLast());
    }
}

package org.tonewire.app.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.record.RecordingStatus;
import org.tonewire.app.core.record.TrackLoss;
import org.tonewire.app.core.room.SessionCommand;

class RecordViewModelTest {
    private static final Path FOLDER = Path.of("/music/Tonewire");

    private final List<SessionCommand> asked = new ArrayList<>();
    private long nowNanos;
    private Path wanted = FOLDER;
    private final RecordViewModel model =
            new RecordViewModel(asked::add, () -> wanted, () -> nowNanos);

    @Test
    void pressingAsksForTheFolderThatIsChosenNow() {
        wanted = Path.of("/elsewhere");
        model.toggle();
        assertThat(asked).containsExactly(new SessionCommand.StartRecording(wanted));
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void pressingTwiceAsksOnce() {
        model.toggle();
        model.toggle();
        assertThat(asked).hasSize(1);
    }

    @Test
    void theTimeRunsWhileTheRecordingDoes() {
        model.toggle();
        nowNanos = Duration.ofSeconds(5).toNanos();
        model.show(new RecordingStatus.Running(FOLDER));
        nowNanos = Duration.ofSeconds(65).toNanos();
        assertThat(model.running().get()).isTrue();
        assertThat(model.elapsed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void stoppingSaysWhereTheFilesAre() {
        model.show(new RecordingStatus.Running(FOLDER));
        model.toggle();
        assertThat(asked).containsExactly(new SessionCommand.StopRecording());
        nowNanos = Duration.ofSeconds(30).toNanos();
        model.show(new RecordingStatus.Ended(FOLDER, 3));
        assertThat(model.running().get()).isFalse();
        assertThat(model.recorded().get())
                .contains(new FinishedRecording(FOLDER, 3, Duration.ofSeconds(30), List.of()));
        model.dismiss();
        assertThat(model.recorded().get()).isEmpty();
    }

    @Test
    void whatIsLostIsShownWhileItRunsAndAtTheEnd() {
        Problem full = new Problem(Reason.STORAGE_FULL, "Ann – Mix");
        TrackLoss loss = new TrackLoss("Ann", "Mix", TrackLoss.Part.REST, full);
        model.show(new RecordingStatus.Running(FOLDER));
        assertThat(model.losses().get()).isEmpty();
        nowNanos = Duration.ofSeconds(10).toNanos();
        model.show(new RecordingStatus.Running(FOLDER, List.of(loss)));
        assertThat(model.running().get()).isTrue();
        assertThat(model.elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(model.losses().get()).containsExactly(loss);
        model.show(new RecordingStatus.Ended(FOLDER, 1, List.of(loss)));
        assertThat(model.losses().get()).isEmpty();
        assertThat(model.recorded().get())
                .contains(new FinishedRecording(FOLDER, 1, Duration.ofSeconds(10), List.of(loss)));
        assertThat(FinishedRecording.titles(List.of(loss, loss))).isEqualTo("Ann – Mix");
    }

    @Test
    void whatCouldNotBeginCanBeTriedAgain() {
        model.toggle();
        model.show(new RecordingStatus.Off());
        assertThat(model.changing().get()).isFalse();
        model.toggle();
        assertThat(asked).hasSize(2);
    }
}

package org.tonewire.app.ui.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackStats.Direction;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.ui.fake.FullRoom;
import org.tonewire.app.ui.fake.SampleStats;

class StatsViewModelTest {
    private final SessionSnapshot room = FullRoom.everything();
    private final StatsViewModel model = new StatsViewModel(() -> room);

    @Test
    void aReceivedTrackHasTheFiguresOfItsPlaybackQueue() {
        show();
        TrackStatsModel received = track(Direction.RECEIVED);
        assertThat(model.queue(received).getValue())
                .hasValueSatisfying(queue -> assertThat(queue.driftPpm()).isEqualTo(12.6));
    }

    @Test
    void aTrackThatIsSentHasNoPlaybackQueue() {
        show();
        assertThat(model.queue(track(Direction.SENT)).getValue()).isEmpty();
    }

    @Test
    void figuresOfATrackThatIsGoneAreUnknown() {
        show();
        TrackStatsModel received = track(Direction.RECEIVED);
        model.show(List.of(), SoundStats.NONE);
        assertThat(model.queue(received).getValue()).isEmpty();
    }

    @Test
    void aSourceThatIsGoneIsNamedByItsId() {
        assertThat(model.sourceName(new SourceId("gone"))).isEqualTo("gone");
        assertThat(model.sourceName(room.sources().getFirst().id()))
                .isEqualTo(room.sources().getFirst().name());
    }

    private void show() {
        SessionEvent.StatsCollected collected = SampleStats.of(room);
        model.show(collected.tracks(), collected.sound());
    }

    private TrackStatsModel track(Direction direction) {
        return model.tracks().stream()
                .filter(each -> each.stats().get().direction() == direction)
                .findFirst()
                .orElseThrow();
    }
}

package org.tonewire.app.ui.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.source.SourceId;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Flow;
import org.tonewire.app.ui.fake.FullRoom;
import org.tonewire.app.ui.fake.Rooms;

class StatsViewModelTest {
    private final FakeWorld world = FakeWorld.finding(FullRoom.everything());
    private final StatsViewModel model = new StatsViewModel(world.session()::snapshot);

    @Test
    void aReceivedTrackHasTheFiguresOfItsPlaybackQueue() {
        show();
        TrackStatsModel received = track(Direction.RECEIVE);
        assertThat(model.queue(received).getValue())
                .hasValueSatisfying(queue ->
                        assertThat(queue.track())
                                .isEqualTo(VirtualSession.key(Rooms.id(0), "source-0")));
    }

    @Test
    void aTrackThatIsSentHasNoPlaybackQueue() {
        show();
        assertThat(model.queue(track(Direction.SEND)).getValue()).isEmpty();
    }

    @Test
    void figuresOfATrackThatIsGoneAreUnknown() {
        show();
        TrackStatsModel received = track(Direction.RECEIVE);
        model.show(new SessionEvent.StatsCollected(List.of()));
        assertThat(model.queue(received).getValue()).isEmpty();
    }

    @Test
    void aSourceThatIsGoneIsNamedByItsId() {
        assertThat(model.sourceName(new SourceId("gone"))).isEqualTo("gone");
        assertThat(model.sourceName(new SourceId("m"))).isEqualTo("Microphone");
    }

    private void show() {
        Flow.through(world.room());
        model.show(world.room().events(SessionEvent.StatsCollected.class).getLast());
    }

    private TrackStatsModel track(Direction direction) {
        return model.tracks().stream()
                .filter(each -> each.stats().get().direction() == direction)
                .findFirst()
                .orElseThrow();
    }
}

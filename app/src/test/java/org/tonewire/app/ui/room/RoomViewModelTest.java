package org.tonewire.app.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.OutputStatus;
import org.tonewire.app.core.room.SessionCommand;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SessionSnapshot;
import org.tonewire.app.core.room.SourceStatus;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.fake.SampleStats;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.signaling.protocol.ParticipantId;

class RoomViewModelTest {
    private final FakeWorld world = FakeWorld.showing(Rooms.withOthers(2));
    private final List<String> comers = new ArrayList<>();
    private int left;

    @Test
    void aHostIsAskedBeforeTheOthersAreSentAway() {
        RoomViewModel model = hosted();
        model.leave();
        assertThat(model.askingToClose().get()).isTrue();
        assertThat(left).isZero();
        model.leave();
        assertThat(left).isEqualTo(1);
        assertThat(world.session.left()).isTrue();
    }

    @Test
    void stayingKeepsTheRoomOpen() {
        RoomViewModel model = hosted();
        model.leave();
        model.stay();
        assertThat(model.askingToClose().get()).isFalse();
        assertThat(world.session.left()).isFalse();
    }

    @Test
    void aGuestLeavesAtOnceAndIsToldNoMore() {
        joined().leave();
        assertThat(left).isEqualTo(1);
        assertThat(world.session.listeners()).isZero();
    }

    @Test
    void theStandingIsSaidInWords() {
        RoomViewModel model = joined();
        assertThat(model.status().get().words()).isEqualTo("connected");
        ConnectionStatus lost =
                new ConnectionStatus.Reconnecting(
                        Problem.of(Reason.CONNECTION_LOST), Duration.ofSeconds(4));
        world.session.become(
                room -> Rooms.withConnection(room, lost), new SessionEvent.ConnectionChanged(lost));
        assertThat(model.status().get().words()).isEqualTo("reconnecting, next attempt in 4 s");
    }

    @Test
    void whatFlowsIsShownAtTheTrack() {
        RoomViewModel model = joined();
        world.session.tell(SampleStats.of(world.session.snapshot()));
        assertThat(model.people().people().getFirst().tracks().getFirst().quality().get())
                .isEqualTo("Opus stereo, 256 kb/s");
        assertThat(model.people().people().getFirst().connection().get())
                .isEqualTo("connected directly");
    }

    @Test
    void anotherOutputHoldsHereAndIsKept() {
        RoomViewModel model = joined();
        var nowhere = new OutputChoice.Nowhere();
        model.output().use(nowhere);
        assertThat(world.session.commands()).contains(new SessionCommand.SetOutput(nowhere));
        assertThat(world.store.load().output()).isEqualTo(nowhere);
    }

    @Test
    void whoComesIsTold() {
        RoomViewModel model = joined();
        world.session.tell(new SessionEvent.ParticipantJoined(new ParticipantId("p9"), "Berta"));
        assertThat(comers).containsExactly("Berta");
        assertThat(model.roomCode()).isEqualTo(Rooms.INVITE.secret().text());
    }

    @Test
    void wordsAboutTheSoundServerGoWhenAllThatWaitedForItIsBack() {
        Problem gone = Problem.of(Reason.SOUND_SERVER_GONE);
        RoomViewModel model = joined();
        world.session.become(
                room ->
                        withMicrophone(
                                withOutput(room, Optional.of(gone)),
                                new SourceStatus.Waiting(gone)),
                new SessionEvent.ProblemOccurred(gone));
        assertThat(model.problem().get()).contains(gone);
        world.session.become(
                room -> withOutput(room, Optional.empty()), new SessionEvent.SettingChanged());
        assertThat(model.problem().get()).contains(gone);
        world.session.become(
                room -> withMicrophone(room, new SourceStatus.Live()),
                new SessionEvent.SettingChanged());
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void wordsAboutAnythingElseStayUntilTheyArePutAway() {
        RoomViewModel model = joined();
        Problem busy = Problem.of(Reason.DEVICE_BUSY);
        world.session.tell(new SessionEvent.ProblemOccurred(busy));
        world.session.tell(new SessionEvent.SettingChanged());
        assertThat(model.problem().get()).contains(busy);
    }

    private static SessionSnapshot withMicrophone(SessionSnapshot room, SourceStatus status) {
        return Rooms.withSources(room, List.of(Rooms.microphone(status)));
    }

    private static SessionSnapshot withOutput(SessionSnapshot room, Optional<Problem> problem) {
        OutputStatus now = room.output();
        return Rooms.withOutput(
                room,
                new OutputStatus(
                        now.choice(), now.deviceName(), now.masterGainDb(), problem, now.meter()));
    }

    @Test
    void chatOfOthersCountsUntilItIsOpened() {
        RoomViewModel model = joined();
        world.session.tell(SampleStats.chat("Berta", "Hello"));
        world.session.tell(SampleStats.ownChat("Hi"));
        assertThat(model.chat().unread().get()).isEqualTo(1);
        model.chat().opened();
        assertThat(model.chat().unread().get()).isZero();
    }

    private RoomViewModel hosted() {
        return model(new ActiveRoom(world.session, Optional.of(world.hosting)));
    }

    private RoomViewModel joined() {
        return model(new ActiveRoom(world.session, Optional.empty()));
    }

    private RoomViewModel model(ActiveRoom room) {
        RoomViewModel model =
                new RoomViewModel(
                        room,
                        world.deviceModel(),
                        world.settings(),
                        world.threads,
                        world.wording,
                        () -> left++);
        model.onJoined(comers::add);
        return model;
    }
}

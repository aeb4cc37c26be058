package org.tonewire.app.ui.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.device.DeviceId;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.fake.VirtualSession;
import org.tonewire.app.ui.fake.FakeAudioDevices;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Flow;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.side.ChatLine;
import org.tonewire.app.ui.source.SourceStripModel;

class RoomViewModelTest {
    private static final Duration SOME_SECONDS = Duration.ofSeconds(5);

    private final FakeWorld world = FakeWorld.finding(Rooms.withOthers(2));
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
        assertThat(world.hasLeft()).isTrue();
    }

    @Test
    void aHostWhoseRoomStaysIsNotAsked() {
        RoomViewModel model =
                model(new ActiveRoom(world.session(), Optional.of(world.hosting.staying())));
        model.leave();
        assertThat(left).isEqualTo(1);
    }

    @Test
    void stayingKeepsTheRoomOpen() {
        RoomViewModel model = hosted();
        model.leave();
        model.stay();
        assertThat(model.askingToClose().get()).isFalse();
        assertThat(world.hasLeft()).isFalse();
    }

    @Test
    void aGuestLeavesAtOnceAndIsToldNoMore() {
        RoomViewModel model = joined();
        model.leave();
        assertThat(left).isEqualTo(1);
        assertThat(world.hasLeft()).isTrue();
        assertThat(model.status().get().words()).isEqualTo("connected");
    }

    @Test
    void theStandingIsSaidInWords() {
        RoomViewModel model = joined();
        assertThat(model.status().get().words()).isEqualTo("connected");
        world.room()
                .says(
                        new SignalingEvent.Lost(
                                Problem.of(Reason.CONNECTION_LOST), Duration.ofSeconds(4)));
        assertThat(model.status().get().words()).isEqualTo("reconnecting, next attempt in 4 s");
    }

    @Test
    void whatFlowsIsShownAtTheTrack() {
        RoomViewModel model = joined();
        Flow.through(world.room());
        assertThat(model.people().people().getFirst().tracks().getFirst().quality().get())
                .isEqualTo("Opus stereo, 256 kb/s");
        assertThat(model.people().people().getFirst().connection().get())
                .isEqualTo("connected directly");
    }

    @Test
    void anotherOutputHoldsHereAndIsKept() {
        RoomViewModel model = joined();
        var nowhere = new OutputChoice.None();
        model.output().use(nowhere);
        assertThat(world.session().snapshot().output().choice()).isEqualTo(nowhere);
        assertThat(world.room().output.deviceName()).isEmpty();
        assertThat(world.store.load().output()).isEqualTo(nowhere);
    }

    @Test
    void whoComesIsTold() {
        RoomViewModel model = joined();
        world.room().enters("Zoe");
        assertThat(comers).containsExactly("Zoe");
        assertThat(model.roomCode()).isEqualTo(Rooms.INVITE.secret().text());
    }

    @Test
    void theOutputAndTheSourcesShowTheirOwnProblemsAndTakeThemBack() {
        Problem gone = Problem.of(Reason.SOUND_SERVER_GONE);
        VirtualSession room = world.room();
        RoomViewModel model = joined();
        model.sources().addMicrophone();
        room.sources.fail(gone);
        room.output.unplug(FakeAudioDevices.SPEAKERS, gone);
        room.output.unplug(FakeAudioDevices.HEADPHONES, gone);
        room.sources.streams.getLast().breakWith(gone);
        room.pass(SOME_SECONDS);
        SourceStripModel microphone = model.sources().strips().getFirst();
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.output().problem().get()).contains(gone);
        assertThat(microphone.problem().get()).contains(gone);
        room.output.plug(FakeAudioDevices.HEADPHONES);
        room.sources.work();
        room.pass(SOME_SECONDS);
        assertThat(model.output().problem().get()).isEmpty();
        assertThat(microphone.problem().get()).isEmpty();
    }

    @Test
    void wordsAboutAnythingElseStayUntilTheyArePutAway() {
        Problem busy = Problem.of(Reason.DEVICE_BUSY);
        RoomViewModel model = joined();
        model.sources().addMicrophone();
        world.room().sources.fail(busy);
        model.sources().strips().getFirst().useDevice(Optional.of(new DeviceId("other")));
        model.output().setMasterGain(-3);
        world.room().pass(SOME_SECONDS);
        assertThat(model.problem().get()).contains(busy);
        model.dismissProblem();
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void chatOfOthersCountsUntilItIsOpened() {
        RoomViewModel model = joined();
        world.room().control(Rooms.id(0), new ControlMessage.Chat("Hello"));
        assertThat(model.chat().send("Hi")).isTrue();
        assertThat(model.chat().unread().get()).isEqualTo(1);
        model.chat().opened();
        assertThat(model.chat().unread().get()).isZero();
    }

    @Test
    void aSecondParticipantOfANameIsShownAsTheSecondInTheListAndInTheChat() {
        RoomViewModel model = joined();
        String name = model.people().people().getFirst().name().get();
        world.room().describe(Rooms.id(1), name, List.of());
        world.room().control(Rooms.id(0), new ControlMessage.Chat("I am the first"));
        world.room().control(Rooms.id(1), new ControlMessage.Chat("So am I"));

        assertThat(model.people().people())
                .extracting(person -> person.name().get())
                .containsExactly(name, name + " (2)");
        assertThat(model.chat().lines())
                .containsExactly(
                        new ChatLine(
                                Optional.of(VirtualSession.id(Rooms.id(0))),
                                name,
                                "I am the first"),
                        new ChatLine(
                                Optional.of(VirtualSession.id(Rooms.id(1))),
                                name + " (2)",
                                "So am I"));
    }

    private RoomViewModel hosted() {
        return model(new ActiveRoom(world.session(), Optional.of(world.hosting)));
    }

    private RoomViewModel joined() {
        return model(new ActiveRoom(world.session(), Optional.empty()));
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

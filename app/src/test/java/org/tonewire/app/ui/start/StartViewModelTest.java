package org.tonewire.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.shell.KnownRoom;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.signaling.protocol.ParticipantName;

class StartViewModelTest {
    private static final OutputChoice OUTPUT = new OutputChoice.SystemDefault();
    private static final HostRequest ASKED =
            new HostRequest(
                    Rooms.INVITE.room(),
                    Rooms.INVITE.secret(),
                    7_100,
                    Optional.of("studio.example.org"));

    private final Instant now = Instant.now();
    private final FakeWorld world = new FakeWorld();
    private final SettingsModel settings = world.settings();
    private final RoomBookModel rooms = world.roomBook();
    private final List<ActiveRoom> entered = new ArrayList<>();
    private final StartViewModel model =
            new StartViewModel(
                    world.openRoomAccess(),
                    settings,
                    rooms,
                    world.unendedRooms(),
                    world.threads,
                    entered::add);

    @Test
    void hostingEntersOnesOwnRoomAndKeepsTheName() {
        model.name().set("Ada");
        model.roomName().set("Rehearsal");
        model.host();
        assertThat(entered).hasSize(1);
        assertThat(world.hostRequests.getFirst().room().value()).isEqualTo("Rehearsal");
        assertThat(settings.now().get().name()).contains(new ParticipantName("Ada"));
    }

    @Test
    void withoutANameNothingCanBeEntered() {
        model.name().set(" ");
        model.roomName().set("Rehearsal");
        model.inviteText().set(Rooms.LINK);
        assertThat(model.canHost().getValue()).isFalse();
        assertThat(model.canJoin().getValue()).isFalse();
    }

    @Test
    void whatTheCommandLineAskedForIsHostedAsItIs() {
        model.host(ASKED, OUTPUT);
        assertThat(world.hostRequests).containsExactly(ASKED);
    }

    @Test
    void aPortInUseIsSaidAndTheNextTryKeepsTheSecret() {
        Problem taken = new Problem(Reason.PORT_IN_USE, "7100");
        world.hostOutcome = new HostOutcome.Failed(taken);
        model.name().set("Ada");
        model.host(ASKED, OUTPUT);
        assertThat(model.state().get()).isEqualTo(new StartState.Failed(taken));
        assertThat(model.port().get()).isEqualTo("7100");
        model.port().set("");
        model.host();
        HostRequest again = world.hostRequests.getLast();
        assertThat(again.secret()).isEqualTo(ASKED.secret());
        assertThat(again.place())
                .isEqualTo(new RoomPlace.Here(0, Optional.of("studio.example.org")));
    }

    @Test
    void aRoomThatWasNotEndedGoesOnUnderItsInvite() {
        StoredRoom unended = stored(now, false);
        world.hostedRooms.save(unended);
        model.unended().refresh();
        assertThat(model.unended().now().get()).containsExactly(unended);
        model.name().set(" ");
        model.goOn(unended);
        assertThat(world.hostRequests).isEmpty();
        model.name().set("Ada");
        model.goOn(unended);
        assertThat(world.hostRequests).containsExactly(ASKED);
        assertThat(entered).hasSize(1);
    }

    @Test
    void roomsThatAreHostedOrTooOldAreNotOffered() {
        world.hostedRooms.save(stored(now, true));
        world.hostedRooms.save(stored(now.minus(Duration.ofHours(25)), false));
        model.unended().refresh();
        assertThat(model.unended().now().get()).isEmpty();
    }

    @Test
    void aRoomThatIsForgottenIsNotOfferedAgain() {
        StoredRoom unended = stored(now, false);
        world.hostedRooms.save(unended);
        model.unended().refresh();
        model.unended().forget(unended);
        assertThat(model.unended().now().get()).isEmpty();
        assertThat(world.hostedRooms.load()).isEmpty();
    }

    @Test
    void aBrokenFileOfAHostedRoomIsSaid() {
        Problem broken = new Problem(Reason.SET_ASIDE, "rooms/band.json.broken-1");
        world.hostedRooms.with(broken);
        model.unended().refresh();
        assertThat(model.storage().getValue()).contains(broken);
    }

    @Test
    void aPastedInviteJoinsAndIsRemembered() {
        model.name().set("Ada");
        model.paste("  " + Rooms.LINK + "\n");
        assertThat(world.joinRequests.getFirst().invite()).isEqualTo(Rooms.INVITE);
        assertThat(rooms.now().get().rooms())
                .extracting(KnownRoom::invite)
                .containsExactly(Rooms.INVITE);
    }

    @Test
    void halfAnInviteJoinsNothing() {
        model.name().set("Ada");
        model.paste("https://192.168.1.20/r/x");
        assertThat(world.joinRequests).isEmpty();
        assertThat(model.invite().getValue()).isEmpty();
    }

    @Test
    void joiningCanBeCancelled() {
        FakeWorld world = FakeWorld.finding(Rooms.unanswered());
        StartViewModel model =
                new StartViewModel(
                        world.openRoomAccess(),
                        settings,
                        rooms,
                        world.unendedRooms(),
                        world.threads,
                        entered::add);
        model.name().set("Ada");
        model.paste(Rooms.LINK);
        assertThat(model.state().get().busy()).isTrue();
        model.cancel();
        assertThat(model.state().get()).isEqualTo(new StartState.Ready());
        assertThat(world.hasLeft()).isTrue();
        assertThat(entered).isEmpty();
    }

    @Test
    void aRecentRoomCanBeForgotten() {
        rooms.joined(Rooms.INVITE);
        rooms.forget(Rooms.INVITE);
        assertThat(world.rooms.load()).isEqualTo(KnownRooms.NONE);
    }

    @Test
    void anInviteThatIsOfferedIsShownAndNotYetJoined() {
        model.name().set("Ada");
        model.offer(Rooms.INVITE);
        assertThat(model.invite().getValue()).contains(Rooms.INVITE);
        assertThat(world.joinRequests).isEmpty();
    }

    private StoredRoom stored(Instant lastUsed, boolean hosted) {
        return new StoredRoom("room" + hosted, ASKED, StoredRoom.Use.ONCE, lastUsed, hosted);
    }
}

package org.tonewire.app.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.device.OutputChoice;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.shell.KnownRoom;
import org.tonewire.app.shell.KnownRooms;
import org.tonewire.app.shell.StoredRoom;
import org.tonewire.app.shell.server.KnownServer;
import org.tonewire.app.shell.server.OwnedRooms.Standing;
import org.tonewire.app.ui.fake.FakeWorld;
import org.tonewire.app.ui.fake.Rooms;
import org.tonewire.app.ui.model.ActiveRoom;
import org.tonewire.app.ui.model.RoomBookModel;
import org.tonewire.app.ui.model.RoomsOnServers;
import org.tonewire.app.ui.model.SettingsModel;
import org.tonewire.app.ui.start.HostForm.Part;
import org.tonewire.app.ui.start.HostForm.Where;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.RoomState;

class StartViewModelTest {
    private static final OutputChoice OUTPUT = new OutputChoice.SystemDefault();
    private static final HostRequest ASKED =
            new HostRequest(
                    Rooms.INVITE.room(),
                    Rooms.INVITE.secret(),
                    7_100,
                    Optional.of("studio.example.org"));

    private static final ServerAddress SERVER =
            new ServerAddress("studio.example.org", 5_509, Optional.empty(), Optional.empty());
    private static final HostRequest ON_SERVER = ASKED.at(new RoomPlace.OnServer(SERVER));

    private final Instant now = Instant.now();
    private final FakeWorld world = new FakeWorld();
    private final SettingsModel settings = world.settings();
    private final RoomBookModel rooms = world.roomBook();
    private final List<ActiveRoom> entered = new ArrayList<>();
    private final StartViewModel model =
            new StartViewModel(
                    world.roomEntries(),
                    settings,
                    rooms,
                    world.unendedRooms(),
                    world.knownServers(),
                    entered::add);
    private final HostForm form = model.form();

    @Test
    void hostingEntersOnesOwnRoomAndKeepsTheName() {
        model.name().set("Ada");
        form.roomName().set("Rehearsal");
        model.host();
        assertThat(entered).hasSize(1);
        assertThat(world.hostRequests.getFirst().room().value()).isEqualTo("Rehearsal");
        assertThat(settings.now().get().name()).contains(new ParticipantName("Ada"));
    }

    @Test
    void withoutANameNothingCanBeEntered() {
        model.name().set(" ");
        form.roomName().set("Rehearsal");
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
        assertThat(form.port().get()).isEqualTo("7100");
        form.port().set("");
        model.host();
        HostRequest again = world.hostRequests.getLast();
        assertThat(again.secret()).isEqualTo(ASKED.secret());
        assertThat(again.place())
                .isEqualTo(new RoomPlace.Here(0, Optional.of("studio.example.org")));
    }

    @ParameterizedTest
    @CsvSource({
        "studio.example.org, studio.example.org, 443",
        "' https://Studio.example.org:5509/ ', studio.example.org, 5509",
        "[2001:db8::7]:5509, 2001:db8::7, 5509",
    })
    void aRoomIsOpenedOnTheServerThatIsEntered(String text, String host, int port) {
        model.name().set("Ada");
        form.roomName().set("Rehearsal");
        form.where().set(Where.ON_SERVER);
        assertThat(model.canHost().getValue()).isFalse();
        form.server().set(text);
        form.token().set(" for ada ");
        model.host();
        assertThat(world.hostRequests.getFirst().server())
                .contains(new ServerAddress(host, port, Optional.empty(), Optional.of("for ada")));
        assertThat(entered).hasSize(1);
    }

    @Test
    void anAddressThatLeadsToNoServerOpensNothing() {
        model.name().set("Ada");
        form.roomName().set("Rehearsal");
        form.where().set(Where.ON_SERVER);
        form.server().set("studio.example.org#f=half-a-pin");
        model.host();
        assertThat(model.canHost().getValue()).isFalse();
        assertThat(world.hostRequests).isEmpty();
        form.where().set(Where.HERE);
        assertThat(model.canHost().getValue()).isTrue();
    }

    @Test
    void aKnownServerIsTakenWithItsTokenOrForgotten() {
        world.servers.save(new KnownServer(SERVER.showing("for ada"), now));
        form.servers().refresh();
        ServerAddress known = form.servers().now().get().getFirst().address();
        form.use(known);
        assertThat(form.server().get()).isEqualTo("studio.example.org:5509");
        assertThat(form.token().get()).isEqualTo("for ada");
        form.servers().forget(known);
        assertThat(form.servers().now().get()).isEmpty();
        assertThat(world.servers.load()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ROOM_TAKEN, ROOM",
        "SERVER_UNREACHABLE, SERVER",
        "NOT_A_SERVER, SERVER",
        "SERVER_FULL, SERVER",
        "SERVER_TOKEN_MISSING, TOKEN",
        "SERVER_TOKEN_WRONG, TOKEN",
    })
    void whatAServerRefusesIsSaidAtItsFieldUntilThatChanges(Reason reason, Part part) {
        Problem refused = new Problem(reason, "studio.example.org:5509");
        world.hostOutcome = new HostOutcome.Failed(refused);
        model.name().set("Ada");
        model.host(ON_SERVER, OUTPUT);
        assertThat(form.problemOf(part).getValue()).contains(refused);
        assertThat(model.state().get()).isEqualTo(new StartState.Ready());
        form.roomName().set("Other");
        form.server().set("example.org");
        form.token().set("other");
        assertThat(form.problemOf(part).getValue()).isEmpty();
        model.goOn(new StoredRoom("on", ON_SERVER, StoredRoom.Use.ONCE, now, false));
        assertThat(model.state().get()).isEqualTo(new StartState.Failed(refused));
        assertThat(form.problemOf(part).getValue()).isEmpty();
    }

    @Test
    void aServerWithAnotherCertificateCanBeForgottenAndIsThenAskedAgain() {
        world.servers.save(new KnownServer(SERVER, now));
        HostOutcome works = world.hostOutcome;
        world.hostOutcome =
                new HostOutcome.Failed(
                        new Problem(Reason.SERVER_CERTIFICATE_CHANGED, SERVER.authority()));
        model.host(ON_SERVER, OUTPUT);
        assertThat(form.certificateChanged().getValue()).isTrue();
        form.forgetServer();
        assertThat(form.certificateChanged().getValue()).isFalse();
        assertThat(world.servers.load()).isEmpty();
        world.hostOutcome = works;
        model.name().set("Ada");
        model.host();
        assertThat(world.hostRequests.getLast()).isEqualTo(ON_SERVER);
    }

    @Test
    void aServerThatIsNotWhatItsAddressSaysIsNotForgotten() {
        ServerAddress pinned = SERVER.pinned(Rooms.INVITE.pin().orElseThrow());
        world.hostOutcome =
                new HostOutcome.Failed(
                        new Problem(Reason.SERVER_CERTIFICATE_CHANGED, SERVER.authority()));
        model.host(ASKED.at(new RoomPlace.OnServer(pinned)), OUTPUT);
        assertThat(form.server().get()).isEqualTo(pinned.link());
        assertThat(form.problemOf(Part.SERVER).getValue()).isPresent();
        assertThat(form.certificateChanged().getValue()).isFalse();
    }

    @Test
    void theAddressWithTheUnknownCertificateIsTakenOverAndThenUsed() {
        ServerAddress pinned = SERVER.pinned(Rooms.INVITE.pin().orElseThrow());
        HostOutcome works = world.hostOutcome;
        world.hostOutcome =
                new HostOutcome.Failed(
                        new Problem(Reason.SERVER_CERTIFICATE_UNKNOWN, pinned.link()));
        model.name().set("Ada");
        model.host(ASKED.at(new RoomPlace.OnServer(SERVER.showing("for ada"))), OUTPUT);
        assertThat(form.shown().getValue()).contains(pinned);
        form.takeShown();
        assertThat(form.server().get()).isEqualTo(pinned.link());
        assertThat(form.shown().getValue()).isEmpty();
        assertThat(form.problemOf(Part.SERVER).getValue()).isEmpty();
        world.hostOutcome = works;
        model.host();
        assertThat(world.hostRequests.getLast().server()).contains(pinned.showing("for ada"));
        form.takeShown();
        assertThat(form.server().get()).isEqualTo(pinned.link());
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
    void howLongARoomStaysIsAskedOfItsServerOnly() {
        model.name().set("Ada");
        form.roomName().set("Rehearsal");
        form.keep().set(Duration.ofDays(7));
        model.host();
        assertThat(world.hostRequests.getLast().keep()).isEmpty();
        form.where().set(Where.ON_SERVER);
        form.server().set("studio.example.org");
        model.host();
        assertThat(world.hostRequests.getLast().keep()).contains(Duration.ofDays(7));
        form.keep().set(Duration.ZERO);
        model.host();
        assertThat(world.hostRequests.getLast().keep()).isEmpty();

        model.host(
                ASKED.at(new RoomPlace.OnServer(SERVER, Optional.of(Duration.ofHours(12)))),
                OUTPUT);
        assertThat(form.keep().get()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aRoomThatStaysIsListedWithWhatItsServerSaysAndNotOfferedAsUnended() {
        StoredRoom staying = staying("a", false);
        world.hostedRooms.save(staying("hosted", true));
        world.hostedRooms.save(staying);
        RoomState state =
                new RoomState(
                        staying.name(), 2, Duration.ofDays(30), Optional.empty(), Optional.empty());
        world.roomServers.states().add(new Answer.Shown(state));
        model.unended().refresh();

        assertThat(model.unended().now().get()).isEmpty();
        assertThat(model.unended().onServers().now().get())
                .containsExactly(
                        new RoomsOnServers.Entry(staying, Optional.of(new Standing.There(state))));
        model.name().set("Ada");
        model.goOn(staying);
        assertThat(world.hostRequests).containsExactly(staying.request());
    }

    @Test
    void aRoomThatItsServerDoesNotCloseStaysInTheList() {
        StoredRoom staying = staying("a", false);
        Problem unreachable = Problem.of(Reason.SERVER_UNREACHABLE);
        world.hostedRooms.save(staying);
        RoomsOnServers listed = model.unended().onServers();
        listed.refresh();
        world.roomServers.ends().add(new Answer.Failed(unreachable));
        listed.close(staying);
        assertThat(listed.problem().get()).contains(unreachable);
        assertThat(listed.now().get()).hasSize(1);

        listed.close(staying);
        assertThat(listed.problem().get()).isEmpty();
        assertThat(listed.now().get()).isEmpty();
        assertThat(world.hostedRooms.load()).isEmpty();
    }

    private StoredRoom staying(String id, boolean hosted) {
        HostRequest request =
                ASKED.at(new RoomPlace.OnServer(SERVER, Optional.of(Duration.ofDays(30))))
                        .ownedBy(RoomOwner.create());
        return new StoredRoom(id, request, StoredRoom.Use.ONCE, now, hosted);
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
                        world.roomEntries(),
                        settings,
                        rooms,
                        world.unendedRooms(),
                        world.knownServers(),
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

package org.tonewire.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomHost;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.trust.Identities;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.fake.FakeRoomStore;
import org.tonewire.app.shell.StoredRoom.Use;
import org.tonewire.app.ui.fake.FakeHosting;
import org.tonewire.app.ui.fake.Rooms;

/// Which hosted rooms outlive the process that hosts them.
final class KeepingHostTest {
    private static final RoomSecret RENEWED =
            RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow();
    private static final HostRequest REQUEST =
            new HostRequest(
                    Rooms.INVITE.room(),
                    Rooms.INVITE.secret(),
                    Optional.empty(),
                    new RoomPlace.Here(0, Optional.of("example.org")),
                    7);
    private static final HostRequest OPEN =
            REQUEST.at(new FakeHosting().port()).ownedBy(new FakeHosting().owner());

    private final FakeRoomStore store = new FakeRoomStore();
    private final FakeHosting hosting = new FakeHosting();
    private final List<Runnable> background = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-30T20:00:00Z");
    private boolean toldToEnd;

    @Test
    void aRoomIsStoredWithItsPortWhileItIsOpen() {
        Hosting room = host(REQUEST);
        assertThat(store.load())
                .singleElement()
                .satisfies(stored -> {
                    assertThat(stored.request()).isEqualTo(OPEN);
                    assertThat(stored.hosted()).isTrue();
                    assertThat(stored.isYoung(now)).isTrue();
                });
        room.close();
        assertThat(store.load()).isEmpty();
        assertThat(hosting.closed()).isTrue();
    }

    @Test
    void aRenewedSecretIsStoredWithoutHoldingUpTheSession() {
        Hosting room = host(REQUEST);
        room.happened(new SessionEvent.SecretHandedOver(RENEWED));
        assertThat(background).hasSize(1);
        runBackground();
        assertThat(hosting.invite().secret()).isEqualTo(RENEWED);
        assertThat(store.load())
                .extracting(StoredRoom::request)
                .containsExactly(OPEN.with(RENEWED));
    }

    @Test
    void aRoomTakesARenewedSecretOnceThatIsStored() {
        Hosting room = host(REQUEST);
        room.happened(new SessionEvent.SecretHandedOver(RENEWED));

        assertThat(hosting.invite().secret()).isEqualTo(Rooms.INVITE.secret());
        assertThat(store.load().getFirst().request().secret()).isEqualTo(Rooms.INVITE.secret());
        runBackground();
        assertThat(hosting.invite().secret()).isEqualTo(RENEWED);
    }

    @Test
    void aRoomThatItsServerStillHasKeepsItsOwner() {
        hosting.endless();
        host(REQUEST).close();

        assertThat(store.load())
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.hosted()).isFalse();
                    assertThat(left.request().owner()).contains(hosting.owner());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "a.example, a.example, true",
        "a.example, b.example, false",
        "a.example, , false",
        ", b.example, false",
    })
    void aStoredOwnerIsShownToItsOwnServerOnly(String before, String now, boolean same) {
        RoomOwner owner = RoomOwner.create();
        StoredRoom stored = StoredRoom.of(REQUEST.at(place(before)).ownedBy(owner), Use.ONCE);
        store.save(stored);
        List<HostRequest> asked = new ArrayList<>();
        HostOutcome _ =
                keeping(
                                request -> {
                                    asked.add(request);
                                    return new HostOutcome.Started(hosting);
                                })
                        .host(REQUEST.at(place(now)));

        assertThat(asked.getFirst().owner()).isEqualTo(Optional.of(owner).filter(_ -> same));
        assertThat(store.load()).hasSize(same ? 1 : 2);
    }

    private static RoomPlace place(@Nullable String server) {
        return server == null
                ? REQUEST.place()
                : new RoomPlace.OnServer(ServerAddress.parse(server).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "true, true, false", "false, false, false"})
    void aRoomThatStaysOnItsServerIsLeftThereWithItsKey(
            boolean asked, boolean refused, boolean stays) {
        ServerAddress server = ServerAddress.parse("studio.example.org").orElseThrow();
        hosting.on(server);
        if (refused) {
            hosting.problem(new Problem(Reason.ROOM_NOT_KEPT, server.authority()));
        }
        Optional<Duration> keep = Optional.of(Duration.ofDays(30)).filter(_ -> asked);
        host(REQUEST.at(new RoomPlace.OnServer(server, keep))).close();

        assertThat(hosting.leftOpen()).isEqualTo(stays);
        assertThat(store.load()).hasSize(stays ? 1 : 0);
        assertThat(store.load()).allMatch(room -> !room.hosted() && room.staysOnServer());
    }

    @Test
    void aRoomOnAServerIsStoredWithTheCertificateThatItShowed() {
        ServerAddress server = ServerAddress.parse("studio.example.org").orElseThrow();
        ServerAddress pinned = server.pinned(Rooms.INVITE.pin().orElseThrow());
        hosting.on(pinned);
        host(REQUEST.at(new RoomPlace.OnServer(server.showing("token"))));

        assertThat(store.load().getFirst().request().place())
                .isEqualTo(new RoomPlace.OnServer(pinned));
        assertThat(outcome(store.load().getFirst().request()))
                .isEqualTo(
                        new HostOutcome.Failed(
                                new Problem(
                                        Reason.ROOM_OPEN_ALREADY, Rooms.INVITE.room().value())));
    }

    @Test
    void whatIsWrittenLateDoesNotBringBackARoomThatEnded() {
        Hosting room = host(REQUEST);
        room.happened(new SessionEvent.SecretHandedOver(RENEWED));
        room.close();
        runBackground();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void aRoomThatIsOpenForDaysStaysYoung() {
        Hosting room = host(REQUEST);
        for (int minutes = 0; minutes < 26 * 60; minutes += 5) {
            now = now.plus(Duration.ofMinutes(5));
            room.happened(new SessionEvent.SettingChanged());
        }
        assertThat(background).hasSize(26 * 60 / 10);
        runBackground();
        assertThat(store.load().getFirst().isYoung(now)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ONCE, false, , false",
        "ONCE, true, , true",
        "ONCE, false, INTERNAL, true",
        "KEPT, false, , true",
    })
    void aRoomStaysIfItIsKeptOrNobodyEndedIt(Use use, boolean told, Reason failure, boolean stays) {
        store.save(StoredRoom.of(REQUEST, use));
        toldToEnd = told;
        Hosting room = host(REQUEST);
        room.happened(
                new SessionEvent.ConnectionChanged(
                        new ConnectionStatus.Ended(Optional.ofNullable(failure).map(Problem::of))));
        room.close();
        room.close();
        assertThat(store.load()).hasSize(stays ? 1 : 0).noneMatch(StoredRoom::hosted);
        assertThat(hosting.leftOpen()).isEqualTo(stays);
        assertThat(hosting.closed()).isNotEqualTo(stays);
    }

    @Test
    void aRoomThatWasToGoOnAndWasNotEnteredStillCan() {
        store.save(StoredRoom.of(OPEN, Use.ONCE).leftAt(now));
        host(OPEN).close();
        assertThat(store.load()).hasSize(1).noneMatch(StoredRoom::hosted);

        Hosting room = host(OPEN);
        room.happened(
                new SessionEvent.ConnectionChanged(
                        new ConnectionStatus.InRoom(Identities.code("Ann"))));
        room.close();
        assertThat(store.load()).isEmpty();
    }

    @Test
    void aRoomThatAnotherProcessHostsIsLeftToIt() {
        StoredRoom theirs = StoredRoom.of(OPEN, Use.KEPT).hostedAt(now);
        store.save(theirs);
        assertThat(outcome(OPEN))
                .isEqualTo(
                        new HostOutcome.Failed(
                                new Problem(
                                        Reason.ROOM_PORT_IN_USE,
                                        String.valueOf(new FakeHosting().port()))));
        assertThat(store.load()).containsExactly(theirs);
    }

    @Test
    void theAddressThatAHostChoseIsKept() {
        Hosting room = host(REQUEST);
        room.advertise("192.0.2.99");
        toldToEnd = true;
        room.close();
        assertThat(store.load().getFirst().request().place())
                .isEqualTo(new RoomPlace.Here(new FakeHosting().port(), Optional.of("192.0.2.99")));
    }

    @Test
    void aRoomThatGoesOnKeepsItsPlaceInTheStore() {
        StoredRoom before = new StoredRoom("band", OPEN, Use.KEPT, StoredRoom.NEVER, false);
        store.save(before);
        host(OPEN);
        assertThat(store.load()).containsExactly(before.hostedAt(now));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, PORT_IN_USE, ROOM_PORT_IN_USE",
        "true, true, PORT_FORBIDDEN, PORT_FORBIDDEN",
        "true, false, PORT_IN_USE, PORT_IN_USE",
        "false, true, PORT_IN_USE, PORT_IN_USE",
    })
    void aTakenPortIsExplainedForARoomThatGoesOnAtIt(
            boolean before, boolean samePort, Reason problem, Reason told) {
        if (before) {
            store.save(StoredRoom.of(OPEN, Use.ONCE).leftAt(now));
        }
        HostRequest request = samePort ? OPEN : OPEN.at(7);
        HostOutcome outcome =
                new KeepingHost(
                                _ -> new HostOutcome.Failed(new Problem(problem, "4433")),
                                store,
                                () -> now,
                                background::add,
                                () -> toldToEnd)
                        .host(request);
        assertThat(outcome).isEqualTo(new HostOutcome.Failed(new Problem(told, "4433")));
        assertThat(store.load()).hasSize(before ? 1 : 0);
    }

    private Hosting host(HostRequest request) {
        return ((HostOutcome.Started) outcome(request)).hosting();
    }

    private HostOutcome outcome(HostRequest request) {
        return keeping(_ -> new HostOutcome.Started(hosting)).host(request);
    }

    private KeepingHost keeping(RoomHost host) {
        return new KeepingHost(host, store, () -> now, background::add, () -> toldToEnd);
    }

    private void runBackground() {
        background.forEach(Runnable::run);
    }
}

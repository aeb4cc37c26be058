package org.tonewire.app.shell.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.app.core.host.HostOutcome;
import org.tonewire.app.core.host.HostRequest;
import org.tonewire.app.core.host.Hosting;
import org.tonewire.app.core.host.RoomPlace;
import org.tonewire.app.core.host.RoomServers.Answer;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.CertificatePin;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.fake.FakeRoomServers;
import org.tonewire.app.fake.FakeServerStore;
import org.tonewire.app.ui.fake.Rooms;

/// Rooms on servers elsewhere, and what is remembered of these.
class RemoteHostTest {
    private static final ServerAddress SERVER = ServerAddress.parse("h:5509").orElseThrow();
    private static final CertificatePin PIN = Rooms.INVITE.pin().orElseThrow();
    private static final CertificatePin OTHER = CertificatePin.of(new byte[32]);
    private static final RoomSecret RENEWED =
            RoomSecret.parse("AQECAwQFBgcICQoLDA0ODw").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final Problem UNREACHABLE =
            new Problem(Reason.SERVER_UNREACHABLE, SERVER.authority());

    private final FakeServerStore known = new FakeServerStore();
    private final FakeRoomServers servers = new FakeRoomServers();
    private final List<Task> background = new ArrayList<>();

    private record Task(Duration delay, Runnable work) {}

    @Test
    void whereTheSystemTrustsTheCertificateNoneIsPinned() {
        Hosting room = host(SERVER.showing("t0ken"));

        assertThat(room.invite().pin()).isEmpty();
        assertThat(room.firstPin()).isEmpty();
        assertThat(room.invite().owner()).contains(room.owner().hash());
        assertThat(room.localInvite()).isEqualTo(room.invite());
        assertThat(known.load()).containsExactly(new KnownServer(SERVER.showing("t0ken"), NOW));

        host(SERVER);
        assertThat(servers.tokens()).containsExactly(Optional.of("t0ken"), Optional.of("t0ken"));
    }

    @Test
    void theFirstCertificateIsTakenAndSaidAndNoOtherFromThenOn() {
        servers.answers().add(new Answer.Untrusted(PIN));
        Hosting room = host(SERVER);

        assertThat(room.firstPin()).contains(PIN);
        assertThat(room.invite().pin()).contains(PIN);
        assertThat(room.server()).contains(SERVER.pinned(PIN));

        assertThat(host(SERVER).firstPin()).isEmpty();
        assertThat(servers.owned().getLast().pin()).contains(PIN);

        servers.answers().add(new Answer.Untrusted(OTHER));
        assertThat(outcome(SERVER)).isEqualTo(changed());
        assertThat(known.find(SERVER).orElseThrow().address().pin()).contains(PIN);

        known.forget(SERVER);
        servers.answers().add(new Answer.Untrusted(OTHER));
        assertThat(host(SERVER).firstPin()).contains(OTHER);
    }

    @Test
    void aCertificateThatTheSystemDoesNotTrustIsNotTakenAfterOneThatItDid() {
        host(SERVER);
        servers.answers().add(new Answer.Untrusted(OTHER));

        assertThat(outcome(SERVER)).isEqualTo(changed());
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE_UNREADABLE", "SET_ASIDE"})
    void noCertificateIsTakenWhileTheKnownOnesCannotBeRead(Reason reason) {
        Problem problem = new Problem(reason, "servers.json");
        known.problem(problem);
        servers.answers().add(new Answer.Untrusted(PIN));

        assertThat(outcome(SERVER)).isEqualTo(new HostOutcome.Failed(problem));
        assertThat(servers.owned()).isEmpty();

        known.problem(problem);
        servers.answers().clear();
        assertThat(host(SERVER.pinned(PIN)).problems()).containsExactly(problem);
        assertThat(known.load()).isEmpty();
    }

    @Test
    void noTokenIsSentToACertificateThatWasJustSeen() {
        servers.answers().add(new Answer.Untrusted(PIN));
        ServerAddress server = SERVER.showing("t0ken");

        assertThat(outcome(server))
                .isEqualTo(
                        new HostOutcome.Failed(
                                new Problem(
                                        Reason.SERVER_CERTIFICATE_UNKNOWN,
                                        "https://h:5509/#f=" + PIN.text())));
        assertThat(servers.owned()).hasSize(1);
        assertThat(known.load()).isEmpty();
        assertThat(host(server.pinned(PIN)).firstPin()).isEmpty();
    }

    @Test
    void theGivenPinCountsAndNotTheKnownOne() {
        host(SERVER.pinned(OTHER));
        assertThat(host(SERVER.pinned(PIN)).invite().pin()).contains(PIN);
        assertThat(known.load()).containsExactly(new KnownServer(SERVER.pinned(PIN), NOW));
    }

    @Test
    void whatFailsIsNotRemembered() {
        servers.answers().add(new Answer.Untrusted(PIN));
        servers.answers().add(new Answer.Failed(UNREACHABLE));

        assertThat(outcome(SERVER)).isEqualTo(new HostOutcome.Failed(UNREACHABLE));
        assertThat(known.load()).isEmpty();
    }

    @Test
    void aRenewedSecretIsToldAgainUntilTheServerTakesIt() {
        Hosting room = host(SERVER);
        Invite before = room.invite();
        servers.answers().add(new Answer.Failed(UNREACHABLE));
        room.happened(new SessionEvent.SecretHandedOver(RENEWED));
        runBackground();
        assertThat(room.invite()).isEqualTo(before);

        background.clear();
        room.happened(reconnecting(Reason.CONNECTION_LOST));
        runBackground();
        assertThat(room.invite()).isEqualTo(before.with(RENEWED));
        assertThat(servers.owned())
                .containsExactly(before, before.with(RENEWED), before.with(RENEWED));

        room.happened(reconnecting(Reason.CONNECTION_LOST));
        assertThat(background).isEmpty();
    }

    @Test
    void aSecretThatTheServerRefusesIsToldAgainThoughTheConnectionStays() {
        Hosting room = host(SERVER);
        List.of(UNREACHABLE, Problem.of(Reason.SERVER_TOKEN_WRONG), UNREACHABLE)
                .forEach(why -> servers.answers().add(new Answer.Failed(why)));
        servers.answers().add(new Answer.Untrusted(OTHER));
        room.renew(RENEWED);
        List<Duration> delays = new ArrayList<>();
        while (!background.isEmpty()) {
            delays.add(background.getFirst().delay());
            runBackground();
        }

        assertThat(delays)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8));
        assertThat(room.invite().secret()).isEqualTo(RENEWED);
    }

    @Test
    void aRoomThatItsHostLeftIsAskedForNoMore() {
        Hosting room = host(SERVER);
        servers.answers().add(new Answer.Failed(UNREACHABLE));
        room.renew(RENEWED);
        runBackground();
        room.leaveOpen();
        runBackground();

        assertThat(background).isEmpty();
        assertThat(servers.owned()).hasSize(2);
    }

    @Test
    void aRequestThatIsUnderWayWhenTheRoomIsEndedIsNotSent() {
        Hosting room = host(SERVER);
        room.renew(RENEWED);
        servers.onReached(() -> assertThat(room.end()).isTrue());
        runBackground();

        assertThat(servers.owned()).containsExactly(room.invite());
        assertThat(servers.ended()).containsExactly(room.invite());
        assertThat(background).isEmpty();
    }

    @Test
    void whoLeavesDoesNotWaitForASlowServer() {
        Hosting room = host(SERVER);
        servers.answerAfter(Duration.ofSeconds(3));
        assertThat(room.end()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ROOM_TAKEN, true, 2, true",
        "ROOM_TAKEN, false, 1, false",
        "SERVER_UNREACHABLE, true, 1, false",
    })
    void aRoomIsEndedByTheSecretThatItsServerHas(
            Reason first, boolean renewed, int asked, boolean ends) {
        Hosting room = host(SERVER);
        if (renewed) {
            room.renew(RENEWED);
        }
        servers.ends().add(new Answer.Failed(Problem.of(first)));

        assertThat(room.end()).isEqualTo(ends);
        assertThat(servers.ended())
                .containsExactlyElementsOf(
                        List.of(room.invite(), room.invite().with(RENEWED)).subList(0, asked));
    }

    @Test
    void theNewInviteIsThereOnceTheSessionIsInByIt() {
        Hosting room = host(SERVER);
        Invite renewed = room.invite().with(RENEWED);
        room.happened(new SessionEvent.InviteChanged(renewed, Map.of()));

        assertThat(room.invite()).isEqualTo(renewed);
    }

    @Test
    void anOwnerWhoIsLockedOutByAnOlderSecretTakesTheRoomBack() {
        Hosting room = host(SERVER);
        room.happened(reconnecting(Reason.INVITE_RENEWED));
        runBackground();

        assertThat(servers.owned()).containsExactly(room.invite(), room.invite());
    }

    @Test
    void theRoomIsEndedOnceWhenItsHostClosesItAndNotWhenItIsLeftOpen() {
        Hosting room = host(SERVER);
        room.close();
        room.close();
        host(SERVER).leaveOpen();

        assertThat(servers.ended()).containsExactly(room.invite());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "30, 30, -, -",
                "30, 7, ROOM_KEPT_SHORTER, 7 d",
                "30, 0, ROOM_NOT_KEPT, h:5509",
                "30, -, ROOM_NOT_KEPT, h:5509",
                "-, -, -, -",
            })
    void aServerThatKeepsARoomForLessTimeIsSaidSo(
            @Nullable Integer days,
            @Nullable Integer granted,
            @Nullable Reason reason,
            @Nullable String subject) {
        Optional<Duration> keep = Optional.ofNullable(days).map(Duration::ofDays);
        servers.answers().add(new Answer.Done(Optional.ofNullable(granted).map(Duration::ofDays)));
        Hosting room =
                ((HostOutcome.Started) outcome(new RoomPlace.OnServer(SERVER, keep))).hosting();

        assertThat(servers.keeps()).containsExactly(keep);
        assertThat(room.problems())
                .isEqualTo(
                        reason == null || subject == null
                                ? List.of()
                                : List.of(new Problem(reason, subject)));
        room.renew(RENEWED);
        runBackground();
        assertThat(servers.keeps()).containsExactly(keep, Optional.empty());
    }

    private static SessionEvent reconnecting(Reason reason) {
        return new SessionEvent.ConnectionChanged(
                new ConnectionStatus.Reconnecting(Problem.of(reason), Duration.ofSeconds(1)));
    }

    private static HostOutcome changed() {
        return new HostOutcome.Failed(
                new Problem(Reason.SERVER_CERTIFICATE_CHANGED, SERVER.authority()));
    }

    private void runBackground() {
        List<Task> tasks = List.copyOf(background);
        background.clear();
        tasks.forEach(task -> task.work().run());
    }

    private void later(Duration delay, Runnable work) {
        background.add(new Task(delay, work));
    }

    private Hosting host(ServerAddress server) {
        return ((HostOutcome.Started) outcome(server)).hosting();
    }

    private HostOutcome outcome(ServerAddress server) {
        return outcome(new RoomPlace.OnServer(server));
    }

    private HostOutcome outcome(RoomPlace place) {
        return new RemoteHost(servers, known, InstantSource.fixed(NOW), this::later)
                .host(new HostRequest(Rooms.INVITE.room(), Rooms.INVITE.secret(), place));
    }
}

package org.tonewire.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Whole rooms whose host renews the invite, with the real rules of sessions, channels and rooms.
final class RenewedRoomTest {
    private final SimClocks clocks = new SimClocks();
    private final Random random = new Random(7);
    private final List<SimPerson> people = new ArrayList<>();
    private final SimWatch watch = new SimWatch(people);
    private final SimServer server = new SimServer(clocks.main(), random);
    private final SimNetwork network = new SimNetwork(clocks.main(), random, watch);
    private final SimPerson host = join();

    RenewedRoomTest() {
        host.host();
    }

    @Test
    void everyoneInTheRoomComesOverAndNoLinkIsMadeAgain() {
        SimPerson ann = join();
        SimPerson bob = join();
        pass(10);
        List<Integer> before = links();

        RenewInvite renewed = RenewInvite.forAll();
        host.renew(renewed);
        pass(30);

        for (SimPerson person : people) {
            assertThat(person.isInRoom()).isTrue();
            assertThat(person.view().invite().secret()).isEqualTo(renewed.secret());
            assertThat(others(person)).hasSize(2);
        }
        assertThat(links()).isEqualTo(before);
        assertThat(codeOf(bob, ann)).isEqualTo(codeOf(bob, host));
    }

    @Test
    void whoIsRemovedIsOutOfAllLinksAndIsToldSo() {
        SimPerson ann = join();
        SimPerson eve = join();
        pass(10);

        eve.turnHostile();
        host.renew(RenewInvite.without(eve.key()));
        pass(5);
        assertThat(others(host)).containsExactly(ann.key());
        assertThat(others(ann)).containsExactly(host.key());
        assertThat(eve.view().connection())
                .isInstanceOfSatisfying(
                        ConnectionStatus.Reconnecting.class,
                        status ->
                                assertThat(status.problem()).isEqualTo(Problem.of(Reason.REMOVED)));
        pass(60);

        assertThat(eve.view().connection())
                .isEqualTo(new ConnectionStatus.Ended(Optional.of(Problem.of(Reason.REMOVED))));
        assertThat(others(ann)).containsExactly(host.key());
    }

    @Test
    void aSecretThatAMemberSendsChangesNothingAlsoWhenTheServerIsAwayForAWhile() {
        SimPerson ann = join();
        SimPerson eve = join();
        pass(10);
        List<Integer> before = links();

        eve.renew(RenewInvite.without(ann.key()));
        pass(5);
        server.breakAll();
        pass(15);
        server.restart(Duration.ofSeconds(2));
        pass(30);

        for (SimPerson person : people) {
            assertThat(person.isInRoom()).isTrue();
            assertThat(person.view().invite()).isEqualTo(SimPerson.INVITE);
            assertThat(others(person)).hasSize(2);
        }
        assertThat(links()).isEqualTo(before);
    }

    @Test
    void aSecretThatAMemberSendsSplitsNothingAlsoWhenTheServerForgetsItsKey() {
        join();
        SimPerson eve = join();
        pass(10);
        List<Integer> before = links();

        RenewInvite forged = RenewInvite.forAll();
        eve.renew(forged);
        pass(1);
        server.restartOpenedBy(forged.secret(), Duration.ofSeconds(2));
        pass(60);

        for (SimPerson person : people) {
            assertThat(person.view().invite().secret()).isEqualTo(SimPerson.INVITE.secret());
            assertThat(others(person)).hasSize(2);
        }
        assertThat(links()).isEqualTo(before);
    }

    @Test
    void theHostsSecretIsFoundAmongFalseOnes() {
        SimPerson ann = join();
        List<SimPerson> liars = List.of(join(), join());
        pass(10);
        liars.forEach(liar -> liar.renew(RenewInvite.forAll()));

        RenewInvite renewed = RenewInvite.forAll();
        host.renew(renewed);
        liars.forEach(liar -> liar.renew(RenewInvite.forAll()));
        pass(30);

        assertThat(ann.view().invite().secret()).isEqualTo(renewed.secret());
        assertThat(others(ann)).hasSize(3);
    }

    @Test
    void theServerMayRestartAfterwards() {
        join();
        join();
        pass(10);
        List<Integer> before = links();

        RenewInvite renewed = RenewInvite.forAll();
        host.renew(renewed);
        pass(2);
        server.restart(Duration.ofSeconds(4));
        pass(60);

        for (SimPerson person : people) {
            assertThat(person.isInRoom()).isTrue();
            assertThat(person.view().invite().secret()).isEqualTo(renewed.secret());
            assertThat(others(person)).hasSize(2);
        }
        assertThat(links()).isEqualTo(before);
    }

    @Test
    void whoseServerIsOutOfReachMeanwhileComesOverLater() {
        SimPerson ann = join();
        pass(10);

        ann.cutSignaling(false);
        RenewInvite renewed = RenewInvite.forAll();
        host.renew(renewed);
        pass(60);

        assertThat(ann.isInRoom()).isTrue();
        assertThat(ann.view().invite().secret()).isEqualTo(renewed.secret());
        assertThat(others(host)).containsExactly(ann.key());
        assertThat(ann.view().participants())
                .allMatch(other -> other.receiveState() == LinkState.CONNECTED);
    }

    @Test
    void theInviteCanBeRenewedAgainAndAgain() {
        join();
        join();
        pass(10);
        List<Integer> before = links();

        List<RenewInvite> renewals =
                IntStream.range(0, 5).mapToObj(_ -> RenewInvite.forAll()).toList();
        for (RenewInvite renewal : renewals) {
            host.renew(renewal);
            clocks.pass(Duration.ofMillis(random.nextInt(1_500)));
        }
        pass(60);

        for (SimPerson person : people) {
            assertThat(person.isInRoom()).isTrue();
            assertThat(person.view().invite().secret()).isEqualTo(renewals.getLast().secret());
            assertThat(others(person)).hasSize(2);
        }
        assertThat(links()).isEqualTo(before);
    }

    private SimPerson join() {
        SimPerson made = new SimPerson(people.size() + 1, server, network, watch);
        people.add(made);
        clocks.add(made.loop());
        made.sources().add(new SourceOrigin.Tone(440 * people.size()));
        return made;
    }

    private void pass(int seconds) {
        clocks.pass(Duration.ofSeconds(seconds));
    }

    private static List<IdentityKey> others(SimPerson person) {
        return person.view().participants().stream().map(RemoteParticipant::id).toList();
    }

    /// The words of a person, as another sees them.
    private static Object codeOf(SimPerson person, SimPerson seenBy) {
        return seenBy.view().participants().stream()
                .filter(other -> other.id().equals(person.key()))
                .map(RemoteParticipant::code)
                .toList();
    }

    /// The ends of all links that were ever made and are open.
    private List<Integer> links() {
        return people.stream()
                .flatMap(person -> person.links().stream())
                .flatMap(made ->
                        Stream.<FakeLinkEnd>concat(
                                made.sendLinks().stream(), made.receiveLinks().stream()))
                .map(end -> end.isClosed() ? -1 : end.number())
                .toList();
    }
}

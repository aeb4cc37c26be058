package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.room.ConnectionStatus;
import org.tonewire.app.core.room.RemoteParticipant;
import org.tonewire.app.core.room.SessionCommand.RenewInvite;

/// The host of a room, who renews its invite now and then. Who hears the host and the server comes
/// over; somebody else may have to ask for the new invite.
final class SimHost {
    private static final int ROOMS_EACH = 8;
    private static final Set<Reason> RENEWED = Set.of(Reason.INVITE_RENEWED, Reason.REMOVED);

    /// By then everyone is over, or out.
    private static final Duration OVER = Duration.ofSeconds(15);

    private final SimPerson host;
    private final SimServer server;
    private final SimNetwork network;
    private final Consumer<String> log;

    /// One room of eight has a host, unless its server is hostile.
    static boolean isIn(long seed) {
        return seed % ROOMS_EACH == 1 && !Hostility.of(seed).ofServer();
    }

    SimHost(SimPerson host, SimServer server, SimNetwork network, Consumer<String> log) {
        this.host = host;
        this.server = server;
        this.network = network;
        this.log = log;
        host.host();
    }

    /// Renews the invite, and lets the others come over.
    void renew(List<SimPerson> people, SimClocks clocks) {
        if (!isAtServer(host)) {
            return;
        }
        List<SimPerson> sure = people.stream().filter(this::hears).toList();
        RenewInvite renewed = RenewInvite.forAll();
        log.accept(host.name() + " renews the invite");
        host.renew(renewed);
        clocks.pass(OVER);
        for (SimPerson person : sure) {
            if (!person.isInRoom() || !person.view().invite().secret().equals(renewed.secret())) {
                throw new AssertionError(
                        "%s did not come over: %s"
                                .formatted(person.name(), person.view().connection()));
            }
        }
    }

    /// Those who were not sent the new invite give up.
    void letGo(List<SimPerson> people) {
        people.stream()
                .filter(person -> !person.isOver() && needsInvite(person, server))
                .forEach(person -> {
                    log.accept(person.name() + " has to ask for the new invite");
                    person.leave();
                });
    }

    /// Whether the room has another invite, which this person was not sent.
    static boolean needsInvite(SimPerson person, SimServer server) {
        Optional<Problem> problem =
                switch (person.view().connection()) {
                    case ConnectionStatus.Reconnecting(var why, _) -> Optional.of(why);
                    case ConnectionStatus.Ended(var why) -> why;
                    case ConnectionStatus.Connecting _, ConnectionStatus.InRoom _ ->
                            Optional.empty();
                };
        return !person.view().invite().equals(server.invite())
                && problem.map(Problem::reason).filter(RENEWED::contains).isPresent();
    }

    private boolean hears(SimPerson person) {
        return isAtServer(person) && !person.isHostile() && (person == host || isLinked(person));
    }

    private boolean isAtServer(SimPerson person) {
        return !server.isDown()
                && !person.isOver()
                && person.isInRoom()
                && person.socket().filter(SimSocket::isAlive).isPresent();
    }

    private boolean isLinked(SimPerson person) {
        return network.carries(host.number(), person.number())
                && isConnected(host, person)
                && isConnected(person, host);
    }

    private static boolean isConnected(SimPerson one, SimPerson other) {
        Optional<RemoteParticipant> seen =
                one.view().participants().stream()
                        .filter(each -> each.id().equals(other.key()))
                        .findFirst();
        return seen.filter(each -> each.sendState() == LinkState.CONNECTED)
                .filter(each -> each.receiveState() == LinkState.CONNECTED)
                .isPresent();
    }
}

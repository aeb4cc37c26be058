package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/// What the hostile ones of one history do, until they stop.
final class Mischief {
    private final Hostility hostility;
    private final SimServer server;
    private final SimWatch watch;
    private final Random random;
    private final Consumer<String> log;
    private final Forger forger;
    private Optional<HostileServer> hostileServer = Optional.empty();
    private Optional<HostileMember> member = Optional.empty();

    Mischief(
            Hostility hostility,
            SimServer server,
            SimWatch watch,
            Random random,
            Consumer<String> log) {
        this.hostility = hostility;
        this.server = server;
        this.watch = watch;
        this.random = random;
        this.log = log;
        this.forger = new Forger(random, server, watch, hostility == Hostility.SERVER_AND_MEMBER);
    }

    /// Whether somebody turns hostile who is in the room as everyone else.
    boolean needsMember() {
        return hostility.ofMember();
    }

    void begin() {
        if (hostility.ofServer()) {
            HostileServer made = new HostileServer(server, random, forger);
            server.deliverBy(made);
            hostileServer = Optional.of(made);
        }
    }

    /// This person turns hostile.
    void begin(SimPerson turned) {
        member = Optional.of(new HostileMember(turned, server, random, forger));
    }

    /// Does something, and looks at what came of what was done before.
    void act() {
        if (hostility == Hostility.NOBODY) {
            return;
        }
        hostileServer.ifPresent(each -> log.accept("the server " + each.act()));
        member.ifPresent(each -> log.accept("the hostile member " + each.act()));
        watch.lookAtSizes();
        if (random.nextInt(6) == 0) {
            watch.lookAtVoices();
        }
    }

    /// The member leaves, and the server is another one, or lost its connections at least.
    void end() {
        member.ifPresent(HostileMember::leave);
        if (hostileServer.isPresent()) {
            hostileServer.get().behave();
            if (random.nextBoolean()) {
                server.restart(Duration.ofMillis(random.nextInt(4_000)));
            } else {
                server.breakAll();
            }
        }
    }
}

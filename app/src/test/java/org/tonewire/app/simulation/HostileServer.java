package org.tonewire.app.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.ServerMessage.FromPeer;
import org.tonewire.signaling.protocol.ServerMessage.Joined;
import org.tonewire.signaling.protocol.ServerMessage.ParticipantJoined;
import org.tonewire.signaling.protocol.ServerMessage.ParticipantLeft;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// A server that drops, repeats, delays and changes what it relays, refuses, closes connections,
/// and tells what is not true. It has no key of anybody.
final class HostileServer implements SimServer.Post {
    private static final int MAX_LETTERS = 100;
    private static final int MAX_FLOOD = 250;
    private static final int LONGEST_HOLD_MILLIS = 20_000;
    private static final int[] PERCENTS = {0, 0, 0, 5, 30, 90};

    /// Of newcomers fewer are refused: a session that was never inside ends by it.
    private static final int NEWCOMERS = 10;

    private static final int[] CLOSE_CODES = {1000, 1001, 1008, 1013, 4001, 4002};

    private final SimServer server;
    private final Random random;
    private final Forger forger;
    private final Map<ParticipantId, ParticipantInfo> known = new LinkedHashMap<>();
    private final List<FromPeer> letters = new ArrayList<>();
    private final List<Seal> leaves = new ArrayList<>();
    private final Set<IdentityKey> welcomed = new HashSet<>();
    private int dropPercent;
    private int repeatPercent;
    private int holdPercent;
    private int changePercent;
    private int refusePercent;
    private int addresses;
    private boolean behaves;

    /// What it can do at any time.
    private enum Trick {
        INVENT,
        NAME_SELF,
        MOVE,
        SAY_LEFT,
        FORGE,
        REPLAY,
        MISDELIVER,
        CHANGE,
        REFUSE
    }

    HostileServer(SimServer server, Random random, Forger forger) {
        this.server = server;
        this.random = random;
        this.forger = forger;
    }

    /// From here on it is an honest server.
    void behave() {
        behaves = true;
    }

    @Override
    public void tell(SimSocket to, ServerMessage message) {
        if (behaves) {
            to.deliver(message);
            return;
        }
        remember(message);
        if (message instanceof ServerMessage.Challenge) {
            to.deliver(message);
            return;
        }
        if (message instanceof Joined joined && refuses(joined)) {
            to.deliver(refusal());
            return;
        }
        if (happens(dropPercent)) {
            return;
        }
        ServerMessage told = happens(changePercent) ? changed(message) : message;
        if (happens(holdPercent)) {
            later(to, told, LONGEST_HOLD_MILLIS);
        } else {
            to.deliver(told);
        }
        if (happens(repeatPercent)) {
            later(to, told, LONGEST_HOLD_MILLIS);
        }
    }

    /// Whether it does not let in somebody who was inside before, or a newcomer.
    private boolean refuses(Joined joined) {
        boolean back = !welcomed.add(joined.self().identity().orElseThrow().key());
        return happens(refusePercent) && (back || random.nextInt(NEWCOMERS) == 0);
    }

    private ServerMessage.Refused refusal() {
        return new ServerMessage.Refused(one(List.of(RefusalReason.values())), "");
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private void later(SimSocket to, ServerMessage message, int withinMillis) {
        server.clock()
                .after(
                        Duration.ofMillis(random.nextInt(withinMillis)),
                        () -> {
                            if (!behaves) {
                                to.deliver(message);
                            }
                        });
    }

    private void remember(ServerMessage message) {
        switch (message) {
            case Joined joined -> {
                know(joined.self());
                joined.participants().forEach(this::know);
            }
            case ParticipantJoined(var participant) -> know(participant);
            case ParticipantLeft(_, _, var seal) -> seal.ifPresent(leaves::add);
            case FromPeer letter -> {
                if (letters.size() == MAX_LETTERS) {
                    letters.remove(random.nextInt(MAX_LETTERS));
                }
                letters.add(letter);
            }
            case ServerMessage.Challenge _,
                    ServerMessage.IceServers _,
                    ServerMessage.ToOwner _,
                    ServerMessage.Refused _,
                    ServerMessage.Failed _ -> {}
        }
    }

    private void know(ParticipantInfo info) {
        known.put(info.id(), info);
    }

    /// Changes its habits, or plays a trick on one client.
    ///
    /// @return what it does, for a log
    String act() {
        List<SimSocket> inside = server.inside();
        if (random.nextInt(4) == 0 || inside.isEmpty()) {
            return changeHabits();
        }
        SimSocket victim = one(inside);
        String who = victim.self().map(ParticipantId::value).orElse("");
        if (random.nextInt(6) == 0) {
            return end(victim) + who;
        }
        Trick trick = Trick.values()[random.nextInt(Trick.values().length)];
        int times = random.nextInt(8) == 0 ? random.nextInt(10, MAX_FLOOD) : 1;
        for (int i = 0; i < times; i++) {
            trick(trick, victim.self().orElseThrow()).ifPresent(victim::deliver);
        }
        return "plays a trick on %s: %s, times %d".formatted(who, trick, times);
    }

    private String end(SimSocket victim) {
        if (random.nextBoolean()) {
            victim.breaks();
            return "breaks the connection of ";
        }
        int code = one(CLOSE_CODES);
        victim.closes(code);
        return "closes with " + code + " the connection of ";
    }

    private String changeHabits() {
        dropPercent = one(PERCENTS);
        repeatPercent = one(PERCENTS);
        holdPercent = one(PERCENTS);
        changePercent = one(PERCENTS);
        refusePercent = one(PERCENTS);
        return "drops %d %%, repeats %d, holds %d, changes %d, refuses %d"
                .formatted(dropPercent, repeatPercent, holdPercent, changePercent, refusePercent);
    }

    private Optional<? extends ServerMessage> trick(Trick trick, ParticipantId victim) {
        return switch (trick) {
            case INVENT -> Optional.of(new ParticipantJoined(forger.person(address(), known)));
            case NAME_SELF ->
                    Optional.ofNullable(known.get(victim))
                            .map(self -> new ParticipantJoined(movedTo(address(), self)));
            case MOVE ->
                    somebody().map(moved -> new ParticipantJoined(movedTo(anyAddress(), moved)));
            case SAY_LEFT -> Optional.of(left(anyAddress()));
            case FORGE ->
                    somebody()
                            .map(by ->
                                    new FromPeer(by.id(), forger.message(), forger.seal(letters)));
            case REPLAY -> letter().map(letter -> from(present(letter.from()), letter));
            case MISDELIVER -> letter().map(letter -> from(anyAddress(), letter));
            case CHANGE -> letter().map(forger::changed);
            case REFUSE -> Optional.of(refusal());
        };
    }

    private ServerMessage changed(ServerMessage message) {
        return switch (message) {
            case Joined joined -> changed(joined);
            case ParticipantJoined(var participant) ->
                    new ParticipantJoined(movedTo(anyAddress(), participant));
            case ParticipantLeft(var id, _, _) -> left(id);
            case FromPeer letter -> forger.changed(letter);
            case ServerMessage.Challenge _,
                    ServerMessage.IceServers _,
                    ServerMessage.ToOwner _,
                    ServerMessage.Refused _,
                    ServerMessage.Failed _ ->
                    message;
        };
    }

    /// Leaves out some of those who are there, and adds others.
    private Joined changed(Joined joined) {
        List<ParticipantInfo> listed = new ArrayList<>(joined.participants());
        listed.removeIf(_ -> random.nextBoolean());
        somebody().map(moved -> movedTo(address(), moved)).ifPresent(listed::add);
        listed.add(forger.person(address(), known));
        listed.add(joined.self());
        return new Joined(
                joined.room(),
                joined.self(),
                new ServerMessage.Resumption(joined.resumption().seconds(), random.nextBoolean()),
                listed);
    }

    private ParticipantLeft left(ParticipantId who) {
        Optional<Seal> seal =
                leaves.isEmpty() || random.nextBoolean()
                        ? forger.seal(letters)
                        : Optional.of(one(leaves));
        return new ParticipantLeft(who, one(List.of(LeaveReason.values())), seal);
    }

    private Optional<FromPeer> letter() {
        return letters.isEmpty() ? Optional.empty() : Optional.of(one(letters));
    }

    /// Where the one who was at this address is now, as far as is known.
    private ParticipantId present(ParticipantId then) {
        ParticipantInfo who = known.get(then);
        return known.values().stream()
                .filter(info -> who != null && info.identity().equals(who.identity()))
                .map(ParticipantInfo::id)
                .reduce(then, (_, newer) -> newer);
    }

    private static FromPeer from(ParticipantId other, FromPeer letter) {
        return new FromPeer(other, letter.message(), letter.seal());
    }

    private Optional<ParticipantInfo> somebody() {
        return known.isEmpty() ? Optional.empty() : Optional.of(one(List.copyOf(known.values())));
    }

    private static ParticipantInfo movedTo(ParticipantId address, ParticipantInfo info) {
        return new ParticipantInfo(address, info.name(), info.identity());
    }

    /// Nobody's yet.
    private ParticipantId address() {
        return new ParticipantId("h" + ++addresses);
    }

    private ParticipantId anyAddress() {
        return random.nextInt(3) == 0
                ? address()
                : somebody().map(ParticipantInfo::id).orElseGet(this::address);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int one(int[] of) {
        return of[random.nextInt(of.length)];
    }
}

package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.ResumeToken;
import org.tonewire.signaling.room.Room.Transition;
import org.tonewire.signaling.room.RoomEvent.Identity;
import org.tonewire.signaling.room.Seats.Seat;

/// All rooms of a server. Has one owning thread; blocks on nothing and calls nobody, so that a slow
/// or broken socket can never hold up a room.
public final class Rooms {
    private final RoomLimits limits;
    private final RoomIds ids;
    private final Map<RoomName, RoomEntry> entries = new LinkedHashMap<>();
    private final Seats seats = new Seats();

    public Rooms(RoomLimits limits, RoomIds ids) {
        this.limits = limits;
        this.ids = ids;
    }

    /// Makes a room that stays, empty or not. False where it exists with another key.
    public boolean open(RoomName name, AccessKey key, Visibility visibility) {
        RoomEntry existing = entries.get(name);
        if (existing != null && !existing.hasKey(key)) {
            return false;
        }
        Room room = existing == null ? Room.empty(name, limits) : existing.room();
        entries.put(name, RoomEntry.standing(room, key, visibility));
        return true;
    }

    /// The rooms there are, in the order of their making.
    public List<Summary> summaries() {
        return entries.values().stream()
                .map(entry ->
                        new Summary(
                                entry.room().name(),
                                entry.room().members().size(),
                                entry.visibility()))
                .toList();
    }

    /// What follows from this event at this time (of a clock that only moves on).
    public List<RoomEffect> apply(RoomEvent event, long nowNanos) {
        return switch (event) {
            case RoomEvent.Enter enter -> enter(enter);
            case RoomEvent.Say say -> say(say);
            case RoomEvent.Broadcast broadcast ->
                    withSeat(
                            broadcast.by(),
                            broadcast.from(),
                            entry -> entry.room().broadcast(broadcast.from(), broadcast.message()));
            case RoomEvent.Leave leave -> leave(leave);
            case RoomEvent.ConnectionClosed(ConnectionId connection) ->
                    giveUpAll(connection, LeaveReason.LEFT);
            case RoomEvent.ConnectionCut(ConnectionId connection) ->
                    giveUpAll(connection, LeaveReason.LOST);
            case RoomEvent.ConnectionLost(ConnectionId connection) -> lose(connection, nowNanos);
            case RoomEvent.Tick() -> tick(nowNanos);
        };
    }

    private List<RoomEffect> enter(RoomEvent.Enter enter) {
        RoomEntry entry = entries.get(enter.room());
        if (entry != null && !entry.admits(enter.credential())) {
            return refuse(enter, RefusalReason.WRONG_KEY);
        }
        if (entry == null) {
            Optional<RefusalReason> refusal = refusalToMake(enter.credential());
            if (refusal.isPresent()) {
                return refuse(enter, refusal.get());
            }
            entry = RoomEntry.madeBy(enter.credential(), Room.empty(enter.room(), limits));
        }
        return switch (enter.identity()) {
            case Identity.Claimed(ParticipantId id) -> seat(entry, enter, id, false);
            case Identity.Assigned(Optional<ResumeToken> token) -> {
                Optional<Member> kept = token.flatMap(entry.room()::memberOf);
                yield kept.isPresent()
                        ? resume(entry, kept.get(), enter)
                        : seat(entry, enter, ids.nextParticipant(), true);
            }
        };
    }

    private Optional<RefusalReason> refusalToMake(Credential credential) {
        if (credential instanceof Credential.Proof || limits.rooms() == 0) {
            return Optional.of(RefusalReason.NO_SUCH_ROOM);
        }
        long made = entries.values().stream().filter(RoomEntry::isPassing).count();
        return made >= limits.rooms()
                ? Optional.of(RefusalReason.TOO_MANY_ROOMS)
                : Optional.empty();
    }

    private List<RoomEffect> seat(
            RoomEntry entry, RoomEvent.Enter enter, ParticipantId id, boolean resumable) {
        Room room = entry.room();
        if (room.isFullFor(id)) {
            return refuse(enter, RefusalReason.ROOM_FULL);
        }
        ParticipantInfo info = new ParticipantInfo(id, enter.name());
        ResumeToken token = ids.nextResumeToken();
        List<RoomEffect> effects = settle(entry, room.enter(enter.by(), info, token, resumable));
        seats.take(enter.by(), new Seat(room.name(), id));
        return effects;
    }

    private List<RoomEffect> resume(RoomEntry entry, Member member, RoomEvent.Enter enter) {
        ResumeToken token = member.resume().orElseThrow();
        List<RoomEffect> effects = settle(entry, entry.room().resume(member, token, enter.by()));
        seats.take(enter.by(), new Seat(entry.room().name(), member.info().id()));
        return effects;
    }

    private List<RoomEffect> say(RoomEvent.Say say) {
        return withSeat(
                say.by(),
                say.from(),
                entry ->
                        entry.room()
                                .member(say.to())
                                .map(to -> entry.room().say(say.from(), to, say.message()))
                                .orElseGet(() ->
                                        new Transition(
                                                entry.room(),
                                                List.of(
                                                        new RoomEffect.UnknownTarget(
                                                                say.by(), say.to())))));
    }

    private List<RoomEffect> leave(RoomEvent.Leave leave) {
        Optional<Seat> seat = seats.find(leave.by(), leave.from());
        List<RoomEffect> effects =
                withSeat(
                        leave.by(),
                        leave.from(),
                        entry -> entry.room().leave(leave.from(), LeaveReason.LEFT));
        seat.ifPresent(mine -> seats.giveUp(leave.by(), mine));
        return effects;
    }

    private List<RoomEffect> giveUpAll(ConnectionId connection, LeaveReason reason) {
        return forEachSeat(connection, (room, member) -> room.leave(member.info().id(), reason));
    }

    private List<RoomEffect> lose(ConnectionId connection, long nowNanos) {
        return forEachSeat(connection, (room, member) -> room.lose(member, nowNanos));
    }

    private List<RoomEffect> tick(long nowNanos) {
        List<RoomEffect> effects = new ArrayList<>();
        for (RoomEntry entry : List.copyOf(entries.values())) {
            if (entry.room().members().values().stream().anyMatch(m -> m.isExpired(nowNanos))) {
                effects.addAll(settle(entry, entry.room().expire(nowNanos)));
            }
        }
        return effects;
    }

    private List<RoomEffect> withSeat(
            ConnectionId by, ParticipantId from, Function<RoomEntry, Transition> action) {
        return seats.find(by, from)
                .map(seat -> {
                    RoomEntry entry = entryOf(seat);
                    return settle(entry, action.apply(entry));
                })
                .orElseGet(() -> List.of(new RoomEffect.NotInRoom(by, from)));
    }

    private List<RoomEffect> forEachSeat(ConnectionId connection, MemberAction action) {
        List<RoomEffect> effects = new ArrayList<>();
        for (Seat seat : seats.giveUpAll(connection)) {
            RoomEntry entry = entryOf(seat);
            entry.room()
                    .member(seat.id())
                    .filter(member -> member.isOn(connection))
                    .map(member -> action.apply(entry.room(), member))
                    .ifPresent(transition -> effects.addAll(settle(entry, transition)));
        }
        effects.removeIf(effect ->
                effect instanceof RoomEffect.Deliver deliver && deliver.to().equals(connection));
        return effects;
    }

    private RoomEntry entryOf(Seat seat) {
        RoomEntry entry = entries.get(seat.room());
        if (entry == null) {
            throw new IllegalStateException("a place in a room that is gone");
        }
        return entry;
    }

    private List<RoomEffect> settle(RoomEntry entry, Transition transition) {
        Room room = transition.room();
        if (room.members().isEmpty() && entry.isPassing()) {
            entries.remove(room.name());
        } else {
            entries.put(room.name(), entry.with(room));
        }
        for (RoomEffect effect : transition.effects()) {
            if (effect instanceof RoomEffect.Supersede(ConnectionId older, ParticipantId member)) {
                seats.giveUp(older, new Seat(room.name(), member));
            }
        }
        return transition.effects();
    }

    private static List<RoomEffect> refuse(RoomEvent.Enter enter, RefusalReason reason) {
        return List.of(new RoomEffect.Refuse(enter.by(), reason));
    }

    private interface MemberAction {
        Transition apply(Room room, Member member);
    }

    /// A room as a list of rooms shows it.
    public record Summary(RoomName name, int participants, Visibility visibility) {}
}

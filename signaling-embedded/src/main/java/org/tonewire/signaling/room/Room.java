package org.tonewire.signaling.room;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.room.Membership.Presence;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;

/// A room and its members, as an immutable value: every method returns the room that results.
///
/// A member is `Connected` or `Away`: `(none) --enter--> Connected --lose--> Away --resume-->
/// Connected`, `Connected --leave--> (none)`, `Away --expire--> (none)`, `Connected --enter with
/// the same id--> Connected` on the newer connection.
///
/// @param kept places that count as taken for all but their owners
record Room(
        RoomName name, RoomLimits limits, Map<ParticipantId, Membership> members, KeptPlaces kept) {
    Room {
        members = Collections.unmodifiableMap(members);
    }

    static Room empty(RoomName name, RoomLimits limits) {
        return new Room(name, limits, Map.of(), KeptPlaces.NONE);
    }

    Room with(Map<ParticipantId, Membership> newMembers) {
        return new Room(name, limits, newMembers, kept);
    }

    /// The room that its owner opens, before anybody enters. It is kept for a while.
    static Room awaited(RoomName name, RoomLimits limits, long nowNanos) {
        return new Room(name, limits, Map.of(), KeptPlaces.ofNobody(nowNanos));
    }

    /// Whether it stays though nobody is in, for a while.
    boolean isAwaited() {
        return !kept.equals(KeptPlaces.NONE);
    }

    /// The same room, which is kept for nobody any more.
    Room notAwaited() {
        return new Room(name, limits, members, KeptPlaces.NONE);
    }

    /// The same room without its members, for whom their places are kept.
    Room emptied(long nowNanos) {
        return new Room(name, limits, Map.of(), KeptPlaces.of(this, nowNanos));
    }

    /// Guests and members take no places from each other.
    boolean isFullFor(Participant newcomer, long nowNanos) {
        if (members.containsKey(newcomer.id())) {
            return false;
        }
        long guests = members.values().stream().filter(Membership::isGuest).count();
        if (newcomer.isGuest()) {
            return guests >= RoomLimits.MAX_GUESTS;
        }
        Optional<IdentityKey> identity = newcomer.profile().identity().map(Identity::key);
        int closed = kept.closedTo(identity, members.values(), nowNanos);
        return members.size() - guests + closed >= limits.maxParticipants();
    }

    Optional<Membership> member(ParticipantId id) {
        return Optional.ofNullable(members.get(id));
    }

    Optional<Membership> memberOf(IdentityKey key) {
        return members.values().stream()
                .filter(member -> member.identity().filter(key::equals).isPresent())
                .findFirst();
    }

    Transition enter(ConnectionId connection, Participant self) {
        Membership newcomer = new Membership(self, new Presence.Connected(connection));
        RoomStep step = new RoomStep(this);
        Optional<Membership> older = member(self.id());
        if (older.isPresent()) {
            supersede(step, older.get(), connection);
            step.put(newcomer).forget(self.id());
            step.deliverToOthers(self.id(), new Delivery.Replaced(self));
        } else {
            step.put(newcomer).announce(self.id(), new Delivery.Joined(self));
        }
        boolean resumable = newcomer.identity().isPresent();
        Resumption resumption = new Resumption(resumable ? limits.graceSeconds() : 0, false);
        return step.deliver(newcomer, welcome(self, resumption)).done();
    }

    /// The member continues on this connection and receives its backlog.
    Transition resume(Membership member, ConnectionId connection) {
        Membership back = member.with(new Presence.Connected(connection));
        RoomStep step = new RoomStep(this);
        supersede(step, member, connection);
        step.put(back);
        Resumption resumption = new Resumption(limits.graceSeconds(), true);
        step.deliver(back, welcome(member.participant(), resumption));
        if (member.presence() instanceof Presence.Away away) {
            away.backlog().deliveries().forEach(delivery -> step.deliver(back, delivery));
        }
        return step.done();
    }

    /// The member leaves by itself.
    ///
    /// @param seal passed on to the others
    Transition leave(ParticipantId id, Optional<Seal> seal) {
        return new RoomStep(this)
                .remove(id)
                .announce(id, new Delivery.Left(id, LeaveReason.LEFT, seal))
                .done();
    }

    /// The membership ends.
    Transition end(ParticipantId id, LeaveReason reason) {
        return new RoomStep(this).end(id, reason).done();
    }

    /// The connection of this member broke: the membership is kept for the grace time, or ends if
    /// it cannot be resumed.
    Transition lose(Membership member, long nowNanos) {
        if (member.identity().isEmpty()) {
            return end(member.id(), LeaveReason.LOST);
        }
        long untilNanos = nowNanos + TimeUnit.SECONDS.toNanos(limits.graceSeconds());
        return new RoomStep(this)
                .put(member.with(new Presence.Away(untilNanos, Backlog.EMPTY)))
                .add(new RoomEffect.WakeAt(untilNanos))
                .done();
    }

    /// Ends the memberships whose grace time is over.
    Transition expire(long nowNanos) {
        RoomStep step = new RoomStep(this);
        members.values().stream()
                .filter(member -> member.isExpired(nowNanos))
                .forEach(member -> step.end(member.id(), LeaveReason.LOST));
        return step.done();
    }

    Transition relay(Participant from, Membership to, RelayedMessage content) {
        return new RoomStep(this).deliver(to, new Delivery.Relayed(from, content)).done();
    }

    Transition broadcast(Participant from, RelayedMessage content) {
        return new RoomStep(this)
                .deliverToOthers(from.id(), new Delivery.Relayed(from, content))
                .done();
    }

    /// Replaces the profile of a member. The others are not informed.
    Transition updateProfile(Membership member, Participant as) {
        return new RoomStep(this).put(member.with(as)).done();
    }

    private Delivery welcome(Participant self, Resumption resumption) {
        Map<ParticipantId, Membership> others = new LinkedHashMap<>(members);
        others.remove(self.id());
        others.values().removeIf(other -> self.isGuest() && other.isGuest());
        return new Delivery.Welcome(
                name,
                self,
                resumption,
                others.values().stream().map(Membership::participant).toList());
    }

    private static void supersede(RoomStep step, Membership member, ConnectionId newer) {
        if (member.presence() instanceof Presence.Connected(ConnectionId older)
                && !older.equals(newer)) {
            step.add(new RoomEffect.Supersede(older, member.id()));
        }
    }

    /// The room after an event, and the effects of the event.
    record Transition(Room room, List<RoomEffect> effects) {
        Transition {
            effects = List.copyOf(effects);
        }
    }
}

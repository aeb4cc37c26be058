package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.ConnectionMemberships.MembershipKey;
import org.tonewire.signaling.room.Membership.Presence;
import org.tonewire.signaling.room.RoomRecord.Member;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;

/// Moves rooms between servers: takes one over from a record, and corrects it by what the servers
/// of its members know. Owned by [Rooms].
final class RoomTransfer {
    private final RoomRegister register;

    RoomTransfer(RoomRegister register) {
        this.register = register;
    }

    Optional<RoomRecord> record(RoomName name) {
        return register.find(name).map(RoomTransfer::record);
    }

    private static RoomRecord record(RoomEntry entry) {
        List<Member> members = new ArrayList<>();
        for (Membership member : entry.room().members().values()) {
            members.add(
                    new Member(
                            member.participant(),
                            member.presence() instanceof Presence.Connected(ConnectionId on)
                                    ? Optional.of(on)
                                    : Optional.empty()));
        }
        return new RoomRecord(
                entry.room().name(), entry.key(), entry.owner(), entry.stay(), members);
    }

    /// Makes the room that the record describes. Members that are away are kept for the grace time
    /// from now on; a room without members is kept for a while.
    List<RoomEffect> restore(RoomRecord record, long nowNanos) {
        Room room = register.emptyRoom(record, nowNanos);
        long untilNanos = nowNanos + TimeUnit.SECONDS.toNanos(room.limits().graceSeconds());
        Map<ParticipantId, Membership> members = new LinkedHashMap<>();
        for (Member member : record.members()) {
            ParticipantId id = member.participant().id();
            @Nullable ConnectionId on = member.connection().orElse(null);
            Presence presence =
                    on == null
                            ? new Presence.Away(untilNanos, Backlog.EMPTY)
                            : new Presence.Connected(on);
            if (on != null) {
                register.memberships().add(on, new MembershipKey(record.name(), id));
            }
            members.put(id, new Membership(member.participant(), presence));
        }
        List<RoomEffect> effects = new ArrayList<>(register.restore(room.with(members), record));
        effects.add(new RoomEffect.WakeAt(untilNanos));
        effects.add(new RoomEffect.WakeAt(Math.max(untilNanos, room.kept().untilNanos())));
        return effects;
    }

    /// Corrects a room by what the server of some of its members knows: members that the room does
    /// not know enter, those whose connection is gone are lost.
    ///
    /// @param members those of that server, all connected
    /// @param gone connections of that server that are in the room no more
    List<RoomEffect> reconcile(
            RoomEntry entry, List<Member> members, Set<ConnectionId> gone, long nowNanos) {
        List<RoomEffect> effects = new ArrayList<>();
        RoomName name = entry.room().name();
        for (Member member : members) {
            ConnectionId on = member.connection().orElseThrow();
            RoomEntry now = register.find(name).orElse(entry);
            effects.addAll(register.commit(now, back(now.room(), member, on)));
            if (register.find(name)
                    .flatMap(room -> room.room().member(member.participant().id()))
                    .filter(found -> found.isOn(on))
                    .isPresent()) {
                register.memberships().add(on, new MembershipKey(name, member.participant().id()));
            }
        }
        for (Membership member : members(name)) {
            if (member.presence() instanceof Presence.Connected(ConnectionId on)
                    && gone.contains(on)) {
                RoomEntry now = register.find(name).orElseThrow();
                register.memberships().remove(on, new MembershipKey(name, member.id()));
                effects.addAll(register.commit(now, now.room().lose(member, nowNanos)));
            }
        }
        return effects;
    }

    /// Removes the room without telling anybody: it is somewhere else.
    void drop(RoomName name) {
        for (Membership member : members(name)) {
            if (member.presence() instanceof Presence.Connected(ConnectionId on)) {
                register.memberships().remove(on, new MembershipKey(name, member.id()));
            }
        }
        register.drop(name);
    }

    /// The connections that have a membership in the room.
    Set<ConnectionId> connections(RoomName name) {
        Set<ConnectionId> connections = new LinkedHashSet<>();
        for (Membership member : members(name)) {
            if (member.presence() instanceof Presence.Connected(ConnectionId on)) {
                connections.add(on);
            }
        }
        return connections;
    }

    List<RoomEffect.Deliver> welcomes(RoomName name, Set<ConnectionId> connections) {
        List<RoomEffect.Deliver> welcomes = new ArrayList<>();
        for (Membership member : members(name)) {
            if (member.presence() instanceof Presence.Connected(ConnectionId on)
                    && connections.contains(on)) {
                register
                        .entryOf(new MembershipKey(name, member.id()))
                        .room()
                        .resume(member, on)
                        .effects()
                        .stream()
                        .filter(RoomEffect.Deliver.class::isInstance)
                        .map(RoomEffect.Deliver.class::cast)
                        .forEach(welcomes::add);
            }
        }
        return welcomes;
    }

    private List<Membership> members(RoomName name) {
        return register.find(name)
                .map(entry -> List.copyOf(entry.room().members().values()))
                .orElse(List.of());
    }

    private static Room.Transition back(Room room, Member member, ConnectionId on) {
        ParticipantId id = member.participant().id();
        RoomStep step = new RoomStep(room);
        Optional<Membership> same = room.member(id);
        if (same.isPresent()) {
            return switch (same.get().presence()) {
                case Presence.Connected(ConnectionId other) ->
                        other.equals(on)
                                ? step.done()
                                : step.add(new RoomEffect.Supersede(on, id)).done();
                case Presence.Away(_, Backlog backlog) -> {
                    Membership returned = same.get().with(new Presence.Connected(on));
                    step.put(returned);
                    backlog.deliveries().forEach(each -> step.deliver(returned, each));
                    yield step.done();
                }
            };
        }
        Membership returned = new Membership(member.participant(), new Presence.Connected(on));
        return returned.identity().flatMap(room::memberOf).isPresent()
                ? step.add(new RoomEffect.Supersede(on, id)).done()
                : step.put(returned).announce(id, new Delivery.Joined(member.participant())).done();
    }
}

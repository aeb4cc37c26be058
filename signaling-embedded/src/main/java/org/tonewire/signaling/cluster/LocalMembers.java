package org.tonewire.signaling.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;

/// The members of rooms on connections of this server, and whom each was told of: what a home tells
/// again after it was lost is not passed on twice. Owned by the thread of the rooms.
final class LocalMembers {
    private record Key(ConnectionId connection, ParticipantId id) {}

    private record Local(RoomName room, Participant self, Set<ParticipantId> told) {}

    private final Map<Key, Local> members = new HashMap<>();
    private final Map<RoomName, Set<Key>> byRoom = new HashMap<>();

    /// Notes what the effect tells its connection.
    ///
    /// @return whether it is to be passed on
    boolean accepts(RoomEffect.ToConnection effect) {
        return switch (effect) {
            case RoomEffect.Deliver(ConnectionId to, ParticipantId id, Delivery delivery) ->
                    told(new Key(to, id), delivery);
            case RoomEffect.Supersede(ConnectionId to, ParticipantId id) -> remove(new Key(to, id));
            case RoomEffect.KeyChanged(ConnectionId to, ParticipantId id) ->
                    remove(new Key(to, id));
            case RoomEffect.RoomEnded(ConnectionId to, ParticipantId id) -> remove(new Key(to, id));
            case RoomEffect.Refuse _,
                    RoomEffect.OwnerHeard _,
                    RoomEffect.RoomShown _,
                    RoomEffect.UnknownTarget _,
                    RoomEffect.NotAllowed _,
                    RoomEffect.NotInRoom _ ->
                    true;
        };
    }

    private boolean told(Key key, Delivery delivery) {
        if (delivery instanceof Delivery.Welcome welcome) {
            welcomed(key, welcome);
            return true;
        }
        @Nullable Local local = members.get(key);
        if (local == null) {
            return true;
        }
        return switch (delivery) {
            case Delivery.Joined(Participant who) -> local.told().add(who.id());
            case Delivery.Left left -> local.told().remove(left.id());
            case Delivery.Replaced(Participant who) -> {
                local.told().add(who.id());
                yield true;
            }
            case Delivery.Welcome _, Delivery.Relayed _ -> true;
        };
    }

    private void welcomed(Key key, Delivery.Welcome welcome) {
        Set<ParticipantId> told = new LinkedHashSet<>();
        welcome.others().forEach(other -> told.add(other.id()));
        members.put(key, new Local(welcome.room(), welcome.self(), told));
        byRoom.computeIfAbsent(welcome.room(), _ -> new LinkedHashSet<>()).add(key);
    }

    /// What the members of the room have to be told, so that they know exactly these participants.
    List<RoomEffect> corrections(RoomName room, List<Participant> participants) {
        Map<ParticipantId, Participant> wanted = new LinkedHashMap<>();
        participants.forEach(participant -> wanted.put(participant.id(), participant));
        List<RoomEffect> effects = new ArrayList<>();
        for (Key key : byRoom.getOrDefault(room, Set.of())) {
            Local local = members.get(key);
            if (local == null) {
                continue;
            }
            for (ParticipantId id : List.copyOf(local.told())) {
                if (!wanted.containsKey(id)) {
                    local.told().remove(id);
                    effects.add(
                            deliver(
                                    key,
                                    new Delivery.Left(id, LeaveReason.LOST, Optional.empty())));
                }
            }
            for (Participant other : wanted.values()) {
                if (!other.id().equals(key.id()) && local.told().add(other.id())) {
                    effects.add(deliver(key, new Delivery.Joined(other)));
                }
            }
        }
        return effects;
    }

    private static RoomEffect deliver(Key key, Delivery delivery) {
        return new RoomEffect.Deliver(key.connection(), key.id(), delivery);
    }

    boolean has(ConnectionId connection, ParticipantId id) {
        return members.containsKey(new Key(connection, id));
    }

    List<RoomRecord.Member> in(RoomName room) {
        List<RoomRecord.Member> found = new ArrayList<>();
        for (Key key : byRoom.getOrDefault(room, Set.of())) {
            Local local = members.get(key);
            if (local != null) {
                found.add(new RoomRecord.Member(local.self(), Optional.of(key.connection())));
            }
        }
        return found;
    }

    void left(ConnectionId connection, ParticipantId id) {
        var _ = remove(new Key(connection, id));
    }

    private boolean remove(Key key) {
        @Nullable Local local = members.remove(key);
        if (local != null) {
            Set<Key> others = byRoom.get(local.room());
            if (others != null && others.remove(key) && others.isEmpty()) {
                byRoom.remove(local.room());
            }
        }
        return true;
    }
}

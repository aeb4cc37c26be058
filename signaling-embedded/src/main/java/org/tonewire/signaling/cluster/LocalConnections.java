package org.tonewire.signaling.cluster;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;

/// The rooms that this server knows, and which of its connections are in each. Owned by the thread
/// of the rooms.
final class LocalConnections {
    private final Map<RoomName, ClusterRoom> known = new LinkedHashMap<>();
    private final Map<ConnectionId, Set<RoomName>> entered = new LinkedHashMap<>();

    ClusterRoom room(RoomName name) {
        return known.computeIfAbsent(name, ClusterRoom::new);
    }

    List<ClusterRoom> all() {
        return List.copyOf(known.values());
    }

    void forget(ClusterRoom room) {
        known.remove(room.name(), room);
    }

    /// Notes that the connection enters or listens to the room.
    ///
    /// @return its ids there, to be completed
    Set<ParticipantId> join(ConnectionId by, ClusterRoom room) {
        entered.computeIfAbsent(by, _ -> new LinkedHashSet<>()).add(room.name());
        return room.local().computeIfAbsent(by, _ -> new LinkedHashSet<>());
    }

    /// Notes the id that a room assigned.
    ///
    /// @return false if the connection has ended
    boolean learn(ConnectionId by, RoomName name, ParticipantId id) {
        @Nullable ClusterRoom room = known.get(name);
        @Nullable Set<ParticipantId> ids = room == null ? null : room.local().get(by);
        if (ids != null) {
            ids.add(id);
        }
        return ids != null;
    }

    List<ClusterRoom> of(ConnectionId by) {
        return entered.getOrDefault(by, Set.of()).stream().map(this::room).toList();
    }

    /// The room in which the connection has this id.
    Optional<ClusterRoom> find(ConnectionId by, ParticipantId id) {
        return of(by).stream()
                .filter(room -> room.local().getOrDefault(by, Set.of()).contains(id))
                .findFirst();
    }

    /// Removes a connection that ended.
    ///
    /// @return the rooms that it was in
    List<ClusterRoom> remove(ConnectionId by) {
        List<ClusterRoom> rooms = of(by);
        entered.remove(by);
        return rooms;
    }
}

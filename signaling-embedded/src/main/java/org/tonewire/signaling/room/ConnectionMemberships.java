package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;

/// The memberships that each connection holds. Owned by [Rooms].
final class ConnectionMemberships {
    record MembershipKey(RoomName room, ParticipantId id) {}

    private final Map<ConnectionId, List<MembershipKey>> byConnection = new HashMap<>();

    void add(ConnectionId connection, MembershipKey key) {
        List<MembershipKey> memberships =
                byConnection.computeIfAbsent(connection, _ -> new ArrayList<>(1));
        if (!memberships.contains(key)) {
            memberships.add(key);
        }
    }

    void remove(ConnectionId connection, MembershipKey key) {
        List<MembershipKey> memberships = byConnection.get(connection);
        if (memberships != null && memberships.remove(key) && memberships.isEmpty()) {
            byConnection.remove(connection);
        }
    }

    /// Removes all memberships of a connection and returns them.
    List<MembershipKey> removeAll(ConnectionId connection) {
        List<MembershipKey> memberships = byConnection.remove(connection);
        return memberships == null ? List.of() : memberships;
    }

    Optional<MembershipKey> find(ConnectionId connection, ParticipantId id) {
        return byConnection.getOrDefault(connection, List.of()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst();
    }
}

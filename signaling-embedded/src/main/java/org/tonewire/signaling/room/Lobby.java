package org.tonewire.signaling.room;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.RoomEffect;

/// The listeners of each room: connections that observe a room without an access key and are not
/// its members. Owned by [Rooms].
final class Lobby {
    /// @param self the identity under which the listener sends and receives
    record Listener(ConnectionId connection, RoomName room, Participant self) {
        RoomEffect deliver(Delivery delivery) {
            return new RoomEffect.Deliver(connection, self.id(), delivery);
        }
    }

    private final Map<RoomName, Map<ParticipantId, Listener>> byRoom = new HashMap<>();
    private final Map<ConnectionId, Listener> byConnection = new HashMap<>();

    void put(Listener listener) {
        remove(listener.connection());
        byConnection.put(listener.connection(), listener);
        byRoom.computeIfAbsent(listener.room(), _ -> new LinkedHashMap<>())
                .put(listener.self().id(), listener);
    }

    void remove(ConnectionId connection) {
        Listener listener = byConnection.remove(connection);
        if (listener != null) {
            Map<ParticipantId, Listener> others = byRoom.get(listener.room());
            if (others != null
                    && others.remove(listener.self().id(), listener)
                    && others.isEmpty()) {
                byRoom.remove(listener.room());
            }
        }
    }

    /// Whether anybody listens to the room.
    boolean has(RoomName room) {
        return byRoom.containsKey(room);
    }

    /// Removes all listeners of the room.
    void removeAll(RoomName room) {
        Map<ParticipantId, Listener> listeners = byRoom.remove(room);
        if (listeners != null) {
            listeners.values().forEach(each -> byConnection.remove(each.connection(), each));
        }
    }

    Optional<Listener> of(ConnectionId connection) {
        return Optional.ofNullable(byConnection.get(connection));
    }

    Optional<Listener> find(RoomName room, ParticipantId id) {
        return Optional.ofNullable(byRoom.getOrDefault(room, Map.of()).get(id));
    }

    /// Delivers to all listeners of the room except the participant that the delivery is about.
    List<RoomEffect> deliver(RoomName room, ParticipantId about, Delivery delivery) {
        Collection<Listener> listeners = byRoom.getOrDefault(room, Map.of()).values();
        return listeners.stream()
                .filter(listener -> !listener.self().id().equals(about))
                .map(listener -> listener.deliver(delivery))
                .toList();
    }
}

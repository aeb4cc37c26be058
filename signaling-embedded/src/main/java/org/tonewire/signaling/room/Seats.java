package org.tonewire.signaling.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;

/// Which places a connection holds. Owned by [Rooms].
final class Seats {
    record Seat(RoomName room, ParticipantId id) {}

    private final Map<ConnectionId, List<Seat>> byConnection = new HashMap<>();

    void take(ConnectionId connection, Seat seat) {
        List<Seat> seats = byConnection.computeIfAbsent(connection, _ -> new ArrayList<>(1));
        if (!seats.contains(seat)) {
            seats.add(seat);
        }
    }

    void giveUp(ConnectionId connection, Seat seat) {
        List<Seat> seats = byConnection.get(connection);
        if (seats != null && seats.remove(seat) && seats.isEmpty()) {
            byConnection.remove(connection);
        }
    }

    /// Gives up all places of a connection and says which they were.
    List<Seat> giveUpAll(ConnectionId connection) {
        List<Seat> seats = byConnection.remove(connection);
        return seats == null ? List.of() : seats;
    }

    Optional<Seat> find(ConnectionId connection, ParticipantId id) {
        return byConnection.getOrDefault(connection, List.of()).stream()
                .filter(seat -> seat.id().equals(id))
                .findFirst();
    }
}

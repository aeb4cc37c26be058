package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;

/// How a socket was opened.
///
/// @param path the segments of the path, percent-decoded one by one
/// @param query the first value of each parameter
/// @param handled the message types that handlers from outside take
public record Handshake(
        ConnectionId connection,
        List<String> path,
        Map<String, String> query,
        Set<String> handled) {
    public static final RoomName DEFAULT_ROOM = new RoomName("default");

    public Handshake {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        handled = Set.copyOf(handled);
    }

    /// The room named by `?room=`, `default` without it, nothing where it cannot be a room's name.
    public Optional<RoomName> room() {
        String name = query.get("room");
        return name == null ? Optional.of(DEFAULT_ROOM) : RoomName.parse(name);
    }
}

package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.ConnectionId;

/// The request that opened a WebSocket.
///
/// @param path the segments of the path, each percent-decoded
/// @param query the first value of each parameter
/// @param handled the message types that handlers of the embedding program take
/// @param admitted whether it shows the token of the server, or the server has none
/// @param network where it comes from; empty for this computer, where proxies run
public record Handshake(
        ConnectionId connection,
        List<String> path,
        Map<String, String> query,
        Set<String> handled,
        boolean admitted,
        Optional<ClientNetwork> network) {
    public static final RoomName DEFAULT_ROOM = new RoomName("default");

    public Handshake {
        path = List.copyOf(path);
        query = Map.copyOf(query);
        handled = Set.copyOf(handled);
    }

    /// The room of the parameter `room`, `default` without it; empty if its value is not a valid
    /// room name.
    public Optional<RoomName> room() {
        String name = query.get("room");
        return name == null ? Optional.of(DEFAULT_ROOM) : RoomName.parse(name);
    }
}

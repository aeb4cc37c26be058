package org.tonewire.app.hosting;

import java.time.Duration;
import java.util.Map;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// Applies limits from the command line to the server's limits. One option may set several limits
/// of the server.
final class LimitMapping {
    private LimitMapping() {}

    static ServerLimits apply(Map<ServerLimit, Integer> changes) {
        ServerLimits limits = ServerLimits.DEFAULT;
        for (Map.Entry<ServerLimit, Integer> change : changes.entrySet()) {
            limits = apply(limits, change.getKey(), change.getValue());
        }
        return limits;
    }

    private static ServerLimits apply(ServerLimits limits, ServerLimit which, int value) {
        RoomLimits rooms = limits.rooms();
        SocketLimits sockets = limits.sockets();
        SocketTimes times = limits.times();
        return switch (which) {
            case MESSAGE_BYTES -> limits.with(withMessageBytes(sockets, value));
            case MESSAGES_PER_SECOND -> limits.with(sockets.withMessagesPerSecond(value));
            case SOCKETS -> limits.with(sockets.withSockets(value).withSocketsFromHere(value));
            case SOCKETS_PER_ADDRESS -> limits.with(sockets.withSocketsPerAddress(value));
            case PARTICIPANTS ->
                    limits.with(rooms.withMaxParticipants(value).withMaxOpenParticipants(value));
            case ROOMS -> limits.with(rooms.withMaxRooms(value));
            case ROOMS_PER_OWNER ->
                    limits.with(rooms.with(rooms.owners().withRoomsPerOwner(value)));
            case ROOMS_PER_ADDRESS ->
                    limits.with(rooms.with(rooms.owners().withRoomsPerNetwork(value)));
            case LOGIN_SECONDS -> limits.with(times.withPersonDeadline(Duration.ofSeconds(value)));
        };
    }

    /// Leaves room for two unsent messages of maximum size to a slow client.
    private static SocketLimits withMessageBytes(SocketLimits sockets, int bytes) {
        return sockets.withMessageBytes(bytes)
                .withUnsentBytes(Math.max(sockets.unsentBytes(), 2 * bytes));
    }
}

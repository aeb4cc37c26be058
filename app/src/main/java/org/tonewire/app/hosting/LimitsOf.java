package org.tonewire.app.hosting;

import java.time.Duration;
import java.util.Map;
import org.tonewire.app.core.host.ServerLimit;
import org.tonewire.signaling.room.RoomLimits;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketLimits;
import org.tonewire.signaling.server.limit.SocketTimes;

/// The signaling server's limits with some of them changed.
final class LimitsOf {
    private LimitsOf() {}

    static ServerLimits changed(Map<ServerLimit, Integer> changes) {
        ServerLimits limits = ServerLimits.DEFAULT;
        for (Map.Entry<ServerLimit, Integer> change : changes.entrySet()) {
            limits = changed(limits, change.getKey(), change.getValue());
        }
        return limits;
    }

    private static ServerLimits changed(ServerLimits limits, ServerLimit which, int value) {
        RoomLimits rooms = limits.rooms();
        SocketLimits sockets = limits.sockets();
        SocketTimes times = limits.times();
        return switch (which) {
            case MESSAGE_BYTES -> limits.with(sockets.withMessageBytes(value));
            case MESSAGES_PER_SECOND -> limits.with(sockets.withMessagesPerSecond(value));
            case SOCKETS -> limits.with(sockets.withSockets(value));
            case SOCKETS_PER_ADDRESS -> limits.with(sockets.withSocketsPerRemoteAddress(value));
            case PARTICIPANTS -> limits.with(rooms.withParticipants(value));
            case ROOMS -> limits.with(rooms.withRooms(value));
            case LOGIN_SECONDS -> limits.with(times.withPersonDeadline(Duration.ofSeconds(value)));
        };
    }
}

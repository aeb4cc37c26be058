package org.tonewire.signaling.server.limit;

import java.time.Duration;

/// How long the server waits for a client.
///
/// @param joinDeadline from the connection until the client is in a room, or has its HTTP response
/// @param personDeadline added to it once if a person has to act first
/// @param pingAfter how long a client may be silent before the server sends a ping
/// @param deadAfter how long a client may be silent before its connection counts as lost
/// @param stuckAfter how long a client may take nothing of what waits for it before it is cut off
public record SocketTimes(
        Duration joinDeadline,
        Duration personDeadline,
        Duration pingAfter,
        Duration deadAfter,
        Duration stuckAfter) {
    public static final SocketTimes DEFAULT =
            new SocketTimes(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(60));

    public SocketTimes withJoinDeadline(Duration deadline) {
        return new SocketTimes(deadline, personDeadline, pingAfter, deadAfter, stuckAfter);
    }

    public SocketTimes withPersonDeadline(Duration deadline) {
        return new SocketTimes(joinDeadline, deadline, pingAfter, deadAfter, stuckAfter);
    }

    public SocketTimes withSilence(Duration ping, Duration dead) {
        return new SocketTimes(joinDeadline, personDeadline, ping, dead, stuckAfter);
    }

    public SocketTimes withStuckAfter(Duration after) {
        return new SocketTimes(joinDeadline, personDeadline, pingAfter, deadAfter, after);
    }
}

package org.tonewire.signaling.server.limit;

import java.time.Duration;

/// How long the server waits for a client.
///
/// @param joinDeadline from the connection to being in a room (or having an HTTP answer)
/// @param personDeadline how much longer where a person may have to do something first
/// @param pingAfter of silence from the client
/// @param deadAfter of silence, pings unanswered
public record SocketTimes(
        Duration joinDeadline, Duration personDeadline, Duration pingAfter, Duration deadAfter) {
    public static final SocketTimes DEFAULT =
            new SocketTimes(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(15));

    public SocketTimes withJoinDeadline(Duration deadline) {
        return new SocketTimes(deadline, personDeadline, pingAfter, deadAfter);
    }

    public SocketTimes withPersonDeadline(Duration deadline) {
        return new SocketTimes(joinDeadline, deadline, pingAfter, deadAfter);
    }

    public SocketTimes withSilence(Duration ping, Duration dead) {
        return new SocketTimes(joinDeadline, personDeadline, ping, dead);
    }
}

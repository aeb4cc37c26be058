package org.tonewire.signaling.server.limit;

import java.time.Duration;

/// How long the server waits for a client.
///
/// @param joinDeadline from the connection to being in a room (or having an HTTP answer)
/// @param pingAfter of silence from the client
/// @param deadAfter of silence, pings unanswered
public record SocketTimes(Duration joinDeadline, Duration pingAfter, Duration deadAfter) {
    public static final SocketTimes DEFAULT =
            new SocketTimes(Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofSeconds(15));
}

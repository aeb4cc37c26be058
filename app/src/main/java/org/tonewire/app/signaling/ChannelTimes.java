package org.tonewire.app.signaling;

import java.time.Duration;

/// Timeouts and retry delays of a signaling channel.
///
/// @param enterDeadline of each connection, from its beginning to being in the room
/// @param pingEvery while the socket is open
/// @param deadAfter without any message from the server
/// @param firstRetry after a loss; doubled with each failure
/// @param longestRetry the longest delay; short, as nobody new can connect meanwhile
/// @param firstConnect timeout for one address of the server, the first time
/// @param connect timeout for one address of the server, after a loss, at most: less than
///   `longestRetry`, so that tries begin no further apart when nothing answers
/// @param answer timeout for the server's answer during a handshake
/// @param probe timeout for a pong after the network has changed
record ChannelTimes(
        Duration enterDeadline,
        Duration pingEvery,
        Duration deadAfter,
        Duration firstRetry,
        Duration longestRetry,
        Duration firstConnect,
        Duration connect,
        Duration answer,
        Duration probe) {
    static final ChannelTimes DEFAULT =
            new ChannelTimes(
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(8),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(8),
                    Duration.ofMillis(1_900),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(2));
}

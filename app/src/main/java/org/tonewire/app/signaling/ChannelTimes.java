package org.tonewire.app.signaling;

import java.time.Duration;

/// Timeouts and retry delays of a signaling channel.
///
/// @param enterDeadline from beginning to connect to being in the room
/// @param pingEvery while the socket is open
/// @param deadAfter hearing nothing from the server
/// @param firstRetry after a loss; doubled with each failure
/// @param longestRetry at most; short, for the others hear nothing meanwhile
/// @param firstConnect to one address of the server, the first time
/// @param connect to one address of the server, after a loss, at most: less than `longestRetry`, so
///   that tries begin no further apart where nothing answers
/// @param answer of the server during a handshake
/// @param probe for a sign of life once the network has changed
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

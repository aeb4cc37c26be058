package org.tonewire.app.signaling;

import java.time.Duration;

/// How patient a signaling channel is.
///
/// @param enterDeadline from beginning to connect to being in the room
/// @param pingEvery while the socket is open
/// @param deadAfter hearing nothing from the server
/// @param firstRetry after a loss; doubled with each failure
/// @param longestRetry at most
record ChannelTimes(
        Duration enterDeadline,
        Duration pingEvery,
        Duration deadAfter,
        Duration firstRetry,
        Duration longestRetry) {
    static final ChannelTimes DEFAULT =
            new ChannelTimes(
                    Duration.ofSeconds(12),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(8),
                    Duration.ofMillis(300),
                    Duration.ofSeconds(10));
}

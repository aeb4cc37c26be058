package org.tonewire.app.media.decode;

import java.time.Duration;

/// Timeouts of an address.
///
/// @param open for the connection and the first sound
/// @param stall for more data on an open connection
/// @param silence until a station that keeps dropping out counts as lost
/// @param retry between two attempts to connect again
public record StreamTimeouts(Duration open, Duration stall, Duration silence, Duration retry) {
    public static final StreamTimeouts USUAL =
            new StreamTimeouts(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(25),
                    Duration.ofMillis(500));
}

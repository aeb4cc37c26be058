package org.tonewire.app.core.loop;

import java.time.Duration;

/// A wait that is twice as long each time, up to a limit.
///
/// @param first the shortest
/// @param limit the longest
public record Backoff(Duration first, Duration limit) {
    private static final int MAX_DOUBLINGS = 16;

    /// @param times that were waited before, from 0
    public Duration delay(int times) {
        Duration doubled = first.multipliedBy(1L << Math.min(times, MAX_DOUBLINGS));
        return doubled.compareTo(limit) < 0 ? doubled : limit;
    }
}

package org.tonewire.app.core.peer;

import java.time.Duration;

/// Waits twice as long after each failure, up to a limit.
record Backoff(Duration first, Duration limit) {
    private static final int MAX_DOUBLINGS = 16;

    /// @param failures so far, from 0
    Duration delay(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return doubled.compareTo(limit) < 0 ? doubled : limit;
    }
}

package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Doubles the delay after each failure, up to a limit, and subtracts a random part of up to a
/// half, so that clients that lost a server at the same time do not return at the same time. Owned
/// by one thread.
final class RetryDelays {
    private static final int MAX_DOUBLINGS = 10;

    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;

    RetryDelays(Duration first, Duration limit, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.random = random;
    }

    /// The delay after that number of failures in a row, from 0.
    Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration longest = doubled.compareTo(limit) < 0 ? doubled : limit;
        return Duration.ofNanos((long) (longest.toNanos() * (1 - random.nextDouble() / 2)));
    }
}

package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Doubles the delay after each failure, up to a limit, and subtracts a random part of up to a
/// half, so that clients that lost a server at the same time do not return at the same time. The
/// same part is taken off the timeout of a try, for a server that does not answer. Owned by one
/// thread.
final class RetryDelays {
    private static final int MAX_DOUBLINGS = 10;
    private static final Duration MAX_AFTER_REFUSAL = Duration.ofSeconds(15);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);

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
        return shortened(longest);
    }

    /// The delay after a refusal that may be for good: each as before, but longer in the end.
    ///
    /// @param failures in a row before it, from 0
    Duration afterRefusal(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return shortened(doubled.compareTo(MAX_AFTER_REFUSAL) < 0 ? doubled : MAX_AFTER_REFUSAL);
    }

    /// How long a try may take to connect.
    ///
    /// @param longest at most
    Duration connectLimit(Duration longest) {
        return shortened(longest);
    }

    /// What is left of a delay when the try before it took so long: tries that take the whole delay
    /// begin no further apart.
    static Duration remaining(Duration delay, Duration spent) {
        Duration rest = delay.minus(spent);
        return rest.compareTo(SHORTEST_WAIT) > 0 ? rest : SHORTEST_WAIT;
    }

    private Duration shortened(Duration longest) {
        return Duration.ofNanos((long) (longest.toNanos() * (1 - random.nextDouble() / 2)));
    }
}

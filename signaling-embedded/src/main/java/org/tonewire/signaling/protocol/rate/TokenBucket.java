package org.tonewire.signaling.protocol.rate;

import java.time.Duration;

/// How much somebody may send or cause: so many at once, and one more after each period in the long
/// run. One thread at a time.
public final class TokenBucket {
    private final long nanosEach;
    private final long mostNanos;
    private long creditNanos;
    private long lastNanos;

    /// A full one.
    ///
    /// @param burst how many at once
    /// @param each how long until there is one more
    /// @param nowNanos the time of a monotonic clock, here and below
    public TokenBucket(int burst, Duration each, long nowNanos) {
        this.nanosEach = each.toNanos();
        this.mostNanos = burst * nanosEach;
        this.creditNanos = mostNanos;
        this.lastNanos = nowNanos;
    }

    /// A full one.
    ///
    /// @param burst how many at once
    /// @param perSecond how many in the long run
    public static TokenBucket perSecond(int burst, int perSecond, long nowNanos) {
        return new TokenBucket(burst, Duration.ofSeconds(1).dividedBy(perSecond), nowNanos);
    }

    /// Takes a token.
    ///
    /// @return false when none is left
    public boolean take(long nowNanos) {
        return take(1, nowNanos).isZero();
    }

    /// Takes tokens, all or none.
    ///
    /// @param tokens the burst at most, or they are never there
    /// @return zero if they are taken; otherwise how long until there are that many
    public Duration take(int tokens, long nowNanos) {
        creditNanos = Math.min(mostNanos, creditNanos + (nowNanos - lastNanos));
        lastNanos = nowNanos;
        long neededNanos = tokens * nanosEach;
        if (creditNanos < neededNanos) {
            return Duration.ofNanos(neededNanos - creditNanos);
        }
        creditNanos -= neededNanos;
        return Duration.ZERO;
    }
}

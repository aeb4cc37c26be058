package org.tonewire.app.core.loop;

/// How much somebody may cause: so many at once, and so many in a second in the long run. One
/// thread at a time.
public final class TokenBucket {
    private final int burst;
    private final long nanosEach;
    private int left;
    private long sinceNanos;

    /// A full one.
    ///
    /// @param burst how many at once
    /// @param perSecond how many in the long run
    public TokenBucket(int burst, int perSecond, long nowNanos) {
        this.burst = burst;
        this.nanosEach = 1_000_000_000L / perSecond;
        this.left = burst;
        this.sinceNanos = nowNanos;
    }

    /// Takes a token.
    ///
    /// @return false when none is left
    public boolean take(long nowNanos) {
        long more = Math.min((nowNanos - sinceNanos) / nanosEach, burst);
        if (left + more >= burst) {
            left = burst;
            sinceNanos = nowNanos;
        } else {
            left += (int) more;
            sinceNanos += more * nanosEach;
        }
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}

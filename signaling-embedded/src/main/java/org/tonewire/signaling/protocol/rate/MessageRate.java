package org.tonewire.signaling.protocol.rate;

import java.time.Duration;

/// The rate of the messages on one socket. A long message counts as several, so that a rate of
/// messages is one of bytes, too. One thread at a time.
public final class MessageRate {
    /// A message counts once, and once more for each of these that it fills.
    public static final int BYTES_OF_ONE = 4_096;

    private final int atOnce;
    private final TokenBucket bucket;

    /// @param nowNanos the time of a monotonic clock, here and below
    public MessageRate(int atOnce, int perSecond, long nowNanos) {
        this.atOnce = atOnce;
        this.bucket = TokenBucket.perSecond(atOnce, perSecond, nowNanos);
    }

    /// As how many messages one of this length counts.
    public static int weight(int bytes) {
        return 1 + bytes / BYTES_OF_ONE;
    }

    /// Takes the right to send a message of this length. One that counts as more than are allowed
    /// at once needs these.
    ///
    /// @return zero if it is within the rate; otherwise how long until it is
    public Duration take(int bytes, long nowNanos) {
        return bucket.take(Math.min(weight(bytes), atOnce), nowNanos);
    }
}

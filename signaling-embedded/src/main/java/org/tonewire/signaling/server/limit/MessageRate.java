package org.tonewire.signaling.server.limit;

/// Limits the message rate of one socket by a token bucket that holds the messages of three
/// seconds. Owned by the thread of the socket.
public final class MessageRate {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int BURST_SECONDS = 3;

    private final long nanosPerMessage;
    private long creditNanos = BURST_SECONDS * NANOS_PER_SECOND;
    private long lastNanos;

    public MessageRate(int messagesPerSecond, long nowNanos) {
        this.nanosPerMessage = NANOS_PER_SECOND / messagesPerSecond;
        this.lastNanos = nowNanos;
    }

    /// Whether one more message is within the rate.
    ///
    /// @param nowNanos the time of a monotonic clock
    public boolean allows(long nowNanos) {
        creditNanos =
                Math.min(BURST_SECONDS * NANOS_PER_SECOND, creditNanos + (nowNanos - lastNanos));
        lastNanos = nowNanos;
        if (creditNanos < nanosPerMessage) {
            return false;
        }
        creditNanos -= nanosPerMessage;
        return true;
    }
}

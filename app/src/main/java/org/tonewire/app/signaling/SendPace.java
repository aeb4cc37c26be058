package org.tonewire.app.signaling;

import java.time.Duration;

/// Keeps what a client sends below the rate at which a signaling server cuts it off (200 messages a
/// second, 600 at once, with room for other users of the socket): a token bucket that says how long
/// to wait. So a full room that comes back after a restart of its server stays. Owned by one
/// thread.
final class SendPace {
    static final int AT_ONCE = 300;
    static final int PER_SECOND = 150;

    private static final long NANOS_EACH = 1_000_000_000L / PER_SECOND;
    private static final long MAX_CREDIT_NANOS = AT_ONCE * NANOS_EACH;

    private long creditNanos = MAX_CREDIT_NANOS;
    private long lastNanos;

    /// @param nowNanos the time of a monotonic clock
    SendPace(long nowNanos) {
        lastNanos = nowNanos;
    }

    /// Takes the right to send one message.
    ///
    /// @return zero if it may be sent now; otherwise how long until it is asked for again
    Duration take(long nowNanos) {
        creditNanos = Math.min(MAX_CREDIT_NANOS, creditNanos + nowNanos - lastNanos);
        lastNanos = nowNanos;
        if (creditNanos < NANOS_EACH) {
            return Duration.ofNanos(NANOS_EACH - creditNanos);
        }
        creditNanos -= NANOS_EACH;
        return Duration.ZERO;
    }
}

package org.tonewire.app.rtc.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for a condition that native threads bring about; a failure says what is missing.
public final class Until {
    private static final long POLL_NANOS = 5_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Until() {}

    public static void holds(BooleanSupplier condition, Supplier<String> whyNotYet) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not after " + LIMIT + ": " + whyNotYet.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

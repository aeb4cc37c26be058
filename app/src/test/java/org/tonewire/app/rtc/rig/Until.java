package org.tonewire.app.rtc.rig;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what native threads do, and says why not yet when it does not come.
public final class Until {
    private static final long POLL_NANOS = 5_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Until() {}

    public static void holds(BooleanSupplier condition, Supplier<String> whyNotYet) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not after " + PATIENCE + ": " + whyNotYet.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}

package org.tonewire.app.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what another thread does, and says why not yet when it does not come.
public final class Eventually {
    private static final long POLL_NANOS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    public static void holds(BooleanSupplier condition, Supplier<String> whyNotYet) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("not within " + PATIENCE + ": " + whyNotYet.get());
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /// Waits until the assertion passes; at the end its own words say why not.
    public static void passes(Runnable assertion) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - end > 0) {
                    throw notYet;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }
}

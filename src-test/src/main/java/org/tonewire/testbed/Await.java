package org.tonewire.testbed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something outside to happen, and says why not yet when it does not.
public final class Await {
    private static final long PROBE_NANOS = 20_000_000;

    private Await() {}

    /// Probes every 20 ms. `whyNot` is asked once, when the time is over.
    public static <T> T value(
            String what, Duration timeout, Supplier<Optional<T>> probe, Supplier<String> whyNot) {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            var value = probe.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(
                        "not %s within %s: %s".formatted(what, timeout, whyNot.get()));
            }
            LockSupport.parkNanos(PROBE_NANOS);
        }
    }

    public static void until(
            String what, Duration timeout, BooleanSupplier probe, Supplier<String> whyNot) {
        value(
                what,
                timeout,
                () -> probe.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty(),
                whyNot);
    }
}

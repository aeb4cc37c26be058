package org.tonewire.signaling.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Waits for what other threads do, and reports what is missing when the time is up.
final class Waiting {
    static final Duration LIMIT = Duration.ofSeconds(60);

    private Waiting() {}

    /// Waits until `whyNot` returns no reason.
    static void until(Supplier<Optional<String>> whyNot) {
        long endNanos = System.nanoTime() + LIMIT.toNanos();
        Optional<String> reason = whyNot.get();
        while (reason.isPresent()) {
            if (System.nanoTime() - endNanos > 0) {
                throw new AssertionError("not after " + LIMIT + ": " + reason.get());
            }
            LockSupport.parkNanos(5_000_000);
            reason = whyNot.get();
        }
    }

    /// Waits until all threads of servers have ended.
    static void untilNoServerThreadLives() {
        until(() ->
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("tonewire-"))
                        .findFirst()
                        .map(name -> "thread " + name + " lives"));
    }
}

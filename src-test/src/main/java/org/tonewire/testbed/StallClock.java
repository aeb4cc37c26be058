package org.tonewire.testbed;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// The program that `StallWatch` binds to a processor: sleeps 2 ms again and again and prints a
/// line when it woke late.
final class StallClock {
    static final String READY = "watching";

    private static final long NAP_NANOS = 2_000_000;
    private static final long LATE_NANOS = 5_000_000;
    private static final int WARM_UP_NAPS = 250;

    private StallClock() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < WARM_UP_NAPS; i++) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        System.out.println(READY);
        long last = System.nanoTime();
        while (true) {
            LockSupport.parkNanos(NAP_NANOS);
            long now = System.nanoTime();
            if (now - last > NAP_NANOS + LATE_NANOS) {
                var stall = new Stall(now, Duration.ofNanos(now - last - NAP_NANOS));
                System.out.println(stall.line());
            }
            last = System.nanoTime();
        }
    }
}

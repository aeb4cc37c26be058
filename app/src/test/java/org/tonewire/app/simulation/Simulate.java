package org.tonewire.app.simulation;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/// Plays histories of rooms by hand: `Simulate COUNT [FIRST_SEED]`. A seed that fails is printed,
/// and played again with `Simulate 1 SEED`.
public final class Simulate {
    private static final int MAX_SHOWN = 20;

    private Simulate() {}

    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[0]);
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
        AtomicInteger failures = new AtomicInteger();
        long begun = System.nanoTime();
        LongStream.range(first, first + count)
                .parallel()
                .forEach(seed -> {
                    try {
                        SimRoom.play(seed);
                    } catch (AssertionError e) {
                        if (failures.incrementAndGet() <= MAX_SHOWN) {
                            System.out.println(e.getMessage());
                        }
                    }
                });
        System.out.printf(
                "%d histories in %.1f s, %d failed%n",
                count, (System.nanoTime() - begun) / 1e9, failures.get());
        System.exit(failures.get() == 0 ? 0 : 1);
    }
}

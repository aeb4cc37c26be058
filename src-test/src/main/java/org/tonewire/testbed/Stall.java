package org.tonewire.testbed;

import java.time.Duration;

/// A time in which a processor ran nothing.
///
/// @param endNanos when it ran again, by `System.nanoTime`, which all processes of a machine share
///   on Linux
public record Stall(long endNanos, Duration length) {
    String line() {
        return endNanos + " " + length.toNanos();
    }

    static Stall parse(String line) {
        int space = line.indexOf(' ');
        return new Stall(
                Long.parseLong(line.substring(0, space)),
                Duration.ofNanos(Long.parseLong(line.substring(space + 1))));
    }
}

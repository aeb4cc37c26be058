package org.tonewire.benchmark.sound;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.tonewire.testbed.Stall;

/// What figures depend on, in a line to be printed with them.
final class Machine {
    private Machine() {}

    static String describe() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s %s, Java %s, load average %.1f at the start",
                LocalDate.now(java.time.ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }

    /// How often and how long the machine gave its processors to nobody meanwhile.
    static String describe(List<Stall> stalls) {
        return String.format(
                Locale.ROOT,
                "%d times a processor stood still, %.0f ms at the longest",
                stalls.size(),
                stalls.stream()
                        .flatMapToDouble(stall -> DoubleStream.of(stall.length().toNanos() / 1e6))
                        .max()
                        .orElse(0));
    }
}

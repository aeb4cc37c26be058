package org.tonewire.system.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.tonewire.testbed.room.Participant;

/// What a process holds in memory, by `proc(5)`.
final class Memory {
    private static final int KIBI = 1_024;

    private Memory() {}

    static long residentBytes(Participant who) {
        Path status = Path.of("/proc", Long.toString(who.process().pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

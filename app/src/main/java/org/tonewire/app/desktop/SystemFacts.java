package org.tonewire.app.desktop;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Versions, processors, memory and desktop of this computer. Blocks for a moment.
public final class SystemFacts {
    private static final Path RELEASE = Path.of("/etc/os-release");
    private static final String PRETTY = "PRETTY_NAME=";
    private static final long MEGABYTE = 1 << 20;

    private SystemFacts() {}

    /// The facts, one line each.
    public static List<String> lines(String version) {
        Runtime runtime = Runtime.getRuntime();
        List<String> lines = new ArrayList<>();
        lines.add("Tonewire: " + version);
        lines.add("System: " + property("os.name") + " " + property("os.version") + " " + arch());
        distribution().ifPresent(name -> lines.add("Distribution: " + name));
        lines.add("Desktop: " + desktop());
        lines.add("Language: " + Locale.getDefault().toLanguageTag());
        lines.add("Java: " + property("java.vendor.version") + " " + property("java.vm.version"));
        lines.add(
                "JavaFX: "
                        + Optional.ofNullable(System.getProperty("javafx.runtime.version"))
                                .orElse("not started"));
        lines.add("Processors: " + runtime.availableProcessors());
        lines.add(
                "Memory: %d MB used, %d MB at most, %s"
                        .formatted(
                                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                                runtime.maxMemory() / MEGABYTE,
                                collectors()));
        return lines;
    }

    private static String arch() {
        return property("os.arch");
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
    }

    private static String desktop() {
        return List.of("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE").stream()
                .map(System::getenv)
                .map(value -> value == null || value.isBlank() ? "?" : value)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> distribution() {
        try {
            return Files.readAllLines(RELEASE).stream()
                    .filter(line -> line.startsWith(PRETTY))
                    .map(line -> line.substring(PRETTY.length()).replace("\"", ""))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}

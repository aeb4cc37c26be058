package org.tonewire.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.room.TrackStats;

/// Diagnostics for a bug report, as text.
///
/// @param devices devices that are connected
/// @param stats statistics of the joined room; empty outside a room
public record Diagnosis(SystemReport report, List<AudioDevice> devices, List<TrackStats> stats) {
    public Diagnosis {
        devices = List.copyOf(devices);
        stats = List.copyOf(stats);
    }

    /// The text, always in English: Tonewire's developers read it.
    public String text(Redaction redaction) {
        List<String> lines = new ArrayList<>(List.of("# Tonewire diagnostics"));
        lines.addAll(report.facts());
        section(lines, "Devices", devices.stream().map(Diagnosis::line).toList());
        section(lines, "Links", stats.stream().map(Diagnosis::line).toList());
        section(lines, "Last warnings and errors", report.log());
        return redaction.clean(String.join("\n", lines)) + "\n";
    }

    private static void section(List<String> lines, String title, List<String> content) {
        lines.add("");
        lines.add("## " + title);
        lines.addAll(content.isEmpty() ? List.of("none") : content);
    }

    private static String line(AudioDevice device) {
        String kind = device.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s%s: %s".formatted(kind, device.isDefault() ? " (default)" : "", device.name());
    }

    private static String line(TrackStats f) {
        return String.format(
                Locale.ROOT,
                "%s %s, path %s, %.0f kb/s, round trip %.0f ms, jitter %.1f ms, loss %.1f %%,"
                        + " buffer %.0f ms, queue %.0f ms, concealed %.1f %%, stretched %.1f %%",
                switch (f.direction()) {
                    case SEND -> "sent";
                    case RECEIVE -> "received";
                },
                f.codec(),
                f.path().isEmpty() ? "unknown" : f.path(),
                f.bitrateBps() / 1_000,
                f.roundTripMillis(),
                f.jitterMillis(),
                f.lossPercent(),
                f.bufferMillis(),
                f.queueMillis(),
                f.concealedPercent(),
                f.stretchedPercent());
    }
}

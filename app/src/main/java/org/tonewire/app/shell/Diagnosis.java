package org.tonewire.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonewire.app.core.device.AudioDevice;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackStats;

/// Diagnostics for a bug report, as text.
///
/// @param devices devices that are connected
/// @param tracks the last statistics of each track in the joined room; empty outside a room
/// @param sound the last statistics of sound inside this computer; [SoundStats#NONE] outside a room
public record Diagnosis(
        SystemReport report, List<AudioDevice> devices, List<TrackStats> tracks, SoundStats sound) {
    public Diagnosis {
        devices = List.copyOf(devices);
        tracks = List.copyOf(tracks);
    }

    /// The text, always in English: Tonewire's developers read it.
    public String text(Redaction redaction) {
        List<String> lines = new ArrayList<>(List.of("# Tonewire diagnostics"));
        lines.addAll(report.facts());
        section(lines, "Devices", devices.stream().map(Diagnosis::line).toList());
        StatsLines stats = new StatsLines();
        section(lines, "Links", stats.of(tracks));
        section(lines, "Sound", stats.of(sound));
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
}

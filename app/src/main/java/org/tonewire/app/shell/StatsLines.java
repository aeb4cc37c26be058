package org.tonewire.app.shell;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.SoundStats.SourceStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Statistics as lines of text. Participants, sources and received tracks are numbered, as their
/// ids and names may tell who was in a room. One thread.
final class StatsLines {
    private final DecimalFormat oneDecimal =
            new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final List<IdentityKey> participants = new ArrayList<>();
    private final List<TrackId> sources = new ArrayList<>();
    private final List<TrackKey> tracks = new ArrayList<>();

    /// One line for each track and link.
    List<String> of(List<TrackStats> stats) {
        return stats.stream().map(this::line).toList();
    }

    /// Lines for sources, queues and native code; none outside a room.
    List<String> of(SoundStats sound) {
        if (sound.equals(SoundStats.NONE)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        sound.sources().forEach(source -> lines.add(line(source)));
        sound.queues().forEach(queue -> lines.add(line(queue)));
        lines.add("received sound: " + (sound.exactClock() ? "exact" : "inexact") + " clock");
        lines.add("native callbacks: " + sound.callbackFailures() + " failed");
        return lines;
    }

    private String line(TrackStats stats) {
        boolean sent = stats.direction() == Direction.SEND;
        List<String> parts = new ArrayList<>();
        parts.add((sent ? "sent " : "received ") + stats.codec());
        parts.add("path " + (stats.path().isEmpty() ? "unknown" : stats.path()));
        add(parts, "", stats.bitrateBps() / 1_000, " kb/s");
        add(parts, "round trip ", stats.roundTripMillis(), " ms");
        add(parts, "jitter ", stats.jitterMillis(), " ms");
        add(parts, "loss ", stats.lossPercent(), " %");
        add(parts, "buffer ", stats.bufferMillis(), " ms");
        add(parts, "queue ", stats.queueMillis(), " ms");
        add(parts, "concealed ", stats.concealedPercent(), " %");
        add(parts, "stretched ", stats.stretchedPercent(), " %");
        Levels levels = stats.levels();
        add(parts, "peak left ", levels.peakLeftDb(), " dB");
        add(parts, "peak right ", levels.peakRightDb(), " dB");
        String track =
                sent
                        ? participant(stats.participant()) + ", " + source(stats.track())
                        : received(new TrackKey(stats.participant(), stats.track()));
        return track + ": " + String.join(", ", parts);
    }

    private String line(SourceStats stats) {
        List<String> parts = new ArrayList<>();
        parts.add(stats.health().frames() + " frames");
        parts.add(stats.health().gaps() + " gaps");
        add(parts, "clock error ", stats.health().clockErrorPpm(), " ppm");
        return source(new TrackId(stats.source().value())) + ": " + String.join(", ", parts);
    }

    private String line(QueueStats stats) {
        List<String> parts = new ArrayList<>();
        add(parts, "queue ", stats.queueMillis(), " ms");
        parts.add(stats.underruns() + " underruns");
        parts.add(stats.lostFrames() + " lost frames");
        add(parts, "drift ", stats.driftPpm(), " ppm");
        return received(stats.track()) + ": " + String.join(", ", parts);
    }

    /// Leaves out what is unknown.
    private void add(List<String> parts, String before, double value, String unit) {
        if (Double.isFinite(value)) {
            parts.add(before + oneDecimal.format(value) + unit);
        }
    }

    private String received(TrackKey track) {
        return participant(track.participant()) + ", track " + numberOf(tracks, track);
    }

    private String participant(IdentityKey id) {
        return "participant " + numberOf(participants, id);
    }

    private String source(TrackId id) {
        return "source " + numberOf(sources, id);
    }

    private static <T> int numberOf(List<T> known, T one) {
        if (!known.contains(one)) {
            known.add(one);
        }
        return known.indexOf(one) + 1;
    }
}

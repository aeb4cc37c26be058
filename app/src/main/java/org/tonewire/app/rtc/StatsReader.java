package org.tonewire.app.rtc;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.LinkStats.TrackCounters;
import org.tonewire.app.core.link.TrackId;

/// Reads the W3C statistics of one connection. libwebrtc's signaling thread only: the buffer's mean
/// delay is a difference to the reading before.
public final class StatsReader {
    private final Map<String, BufferDelay> lastDelays = new HashMap<>();

    /// @param millis the mean delay reported then
    private record BufferDelay(double seconds, double samples, double millis) {}

    public LinkStats read(RTCStatsReport report) {
        Map<String, RTCStats> all = report.getStats();
        List<TrackCounters> tracks = new ArrayList<>();
        for (RTCStats stats : all.values()) {
            if (stats.getType() == RTCStatsType.INBOUND_RTP) {
                tracks.add(received(new StatsEntry(stats), all));
            } else if (stats.getType() == RTCStatsType.OUTBOUND_RTP) {
                tracks.add(sent(new StatsEntry(stats), all));
            }
        }
        Optional<StatsEntry> pair = chosenPair(all);
        double roundTripMillis =
                pair.map(entry -> 1000 * entry.number("currentRoundTripTime", Double.NaN))
                        .orElse(Double.NaN);
        return new LinkStats(
                roundTripMillis, pair.map(entry -> path(entry, all)).orElse(""), tracks);
    }

    private TrackCounters received(StatsEntry entry, Map<String, RTCStats> all) {
        return new TrackCounters(
                new TrackId(entry.text("trackIdentifier")),
                codec(entry, all),
                entry.count("packetsReceived"),
                entry.count("bytesReceived"),
                entry.count("packetsLost"),
                1000 * entry.number("jitter", 0),
                bufferMillis(entry),
                entry.count("concealedSamples"),
                entry.count("insertedSamplesForDeceleration")
                        + entry.count("removedSamplesForAcceleration"));
    }

    private static TrackCounters sent(StatsEntry entry, Map<String, RTCStats> all) {
        String id =
                follow(entry, "mediaSourceId", all)
                        .map(source -> source.text("trackIdentifier"))
                        .orElse("");
        return new TrackCounters(
                new TrackId(id),
                codec(entry, all),
                entry.count("packetsSent"),
                entry.count("bytesSent"),
                0,
                0,
                0,
                0,
                0);
    }

    /// The library caches a report for 50 ms: a reading without new samples repeats the last value.
    private double bufferMillis(StatsEntry entry) {
        BufferDelay before = lastDelays.getOrDefault(entry.id(), new BufferDelay(0, 0, 0));
        double seconds = entry.number("jitterBufferDelay", 0);
        double samples = entry.number("jitterBufferEmittedCount", 0);
        if (samples <= before.samples) {
            return before.millis;
        }
        double millis = 1000 * (seconds - before.seconds) / (samples - before.samples);
        lastDelays.put(entry.id(), new BufferDelay(seconds, samples, millis));
        return millis;
    }

    private static String codec(StatsEntry entry, Map<String, RTCStats> all) {
        return follow(entry, "codecId", all).map(StatsReader::codecName).orElse("");
    }

    private static String codecName(StatsEntry codec) {
        String type = codec.text("mimeType");
        String name = type.substring(type.indexOf('/') + 1);
        String parameters = codec.text("sdpFmtpLine");
        return "%s/%d/%d%s"
                .formatted(
                        name,
                        codec.count("clockRate"),
                        Math.max(1, codec.count("channels")),
                        parameters.isEmpty() ? "" : ";" + parameters);
    }

    private static Optional<StatsEntry> chosenPair(Map<String, RTCStats> all) {
        return all.values().stream()
                .filter(stats -> stats.getType() == RTCStatsType.TRANSPORT)
                .map(StatsEntry::new)
                .flatMap(transport -> follow(transport, "selectedCandidatePairId", all).stream())
                .findFirst();
    }

    private static String path(StatsEntry pair, Map<String, RTCStats> all) {
        return candidateType(pair, "localCandidateId", all)
                + "-"
                + candidateType(pair, "remoteCandidateId", all);
    }

    private static String candidateType(
            StatsEntry pair, String reference, Map<String, RTCStats> all) {
        return follow(pair, reference, all).map(end -> end.text("candidateType")).orElse("");
    }

    private static Optional<StatsEntry> follow(
            StatsEntry entry, String reference, Map<String, RTCStats> all) {
        return Optional.ofNullable(all.get(entry.text(reference))).map(StatsEntry::new);
    }
}

package org.tonewire.app.core.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.LinkStats.TrackCounters;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.peer.Peer;
import org.tonewire.app.core.peer.Peers;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.TrackKey;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Collects the statistics of every link once a second and emits the changes since the last time. A
/// link that has not answered yet is not asked again. Session thread only.
final class StatsCollector {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /// How old a reading may be that the next one of the same track is compared with.
    private static final Duration MAX_AGE = Duration.ofSeconds(10);

    private static final Levels UNKNOWN = Levels.silent(0);

    private record Key(IdentityKey participant, TrackId track, Direction direction) {}

    private record Reading(TrackCounters stats, long nanos) {
        /// Whether the next reading goes on from this one: it is later, and of the same link.
        boolean precedes(Reading next) {
            return next.nanos > nanos
                    && next.stats.packets() >= stats.packets()
                    && next.stats.bytes() >= stats.bytes();
        }
    }

    /// What statistics are collected of.
    interface StatsSource {
        Peers peers();

        Iterable<SourceTrack> sources();

        SoundStats sound();

        void emit(SessionEvent event);
    }

    private final SessionLoop loop;
    private final StatsSource statsSource;
    private final Map<Key, Reading> readings = new HashMap<>();
    private List<TrackStats> collected = new ArrayList<>();

    /// Of the second that ended with the last tick. A source has them for every link.
    private final Map<TrackId, Levels> sentLevels = new HashMap<>();

    private final Map<TrackKey, Levels> receivedLevels = new HashMap<>();

    StatsCollector(SessionLoop loop, StatsSource statsSource) {
        this.loop = loop;
        this.statsSource = statsSource;
    }

    void start() {
        loop.after(PERIOD, this::tick);
    }

    private void tick() {
        // First: an error in one tick must not end the statistics.
        start();
        statsSource.emit(
                new SessionEvent.StatsCollected(
                        collected, statsSource.sound(), statsSource.peers().refused()));
        collected = new ArrayList<>();
        long now = loop.nanoTime();
        readings.values().removeIf(reading -> now - reading.nanos() > MAX_AGE.toNanos());
        takeLevels();
        for (Peer peer : statsSource.peers().all()) {
            peer.sendLink().collectStats(collector(peer, Direction.SEND));
            peer.receiveLink().collectStats(collector(peer, Direction.RECEIVE));
        }
    }

    private void takeLevels() {
        sentLevels.clear();
        for (SourceTrack source : statsSource.sources()) {
            sentLevels.put(source.trackId(), source.strip().meter().takePeaks());
        }
        receivedLevels.clear();
        for (Peer peer : statsSource.peers().all()) {
            for (TrackChannel channel : peer.tracks()) {
                receivedLevels.put(channel.key(), channel.strip().meter().takePeaks());
            }
        }
    }

    private Consumer<LinkStats> collector(Peer peer, Direction direction) {
        return stats -> {
            long nanos = loop.nanoTime();
            for (TrackCounters track : stats.tracks()) {
                Key key = new Key(peer.id(), track.id(), direction);
                Reading reading = new Reading(track, nanos);
                Reading last = readings.put(key, reading);
                if (last != null && last.precedes(reading)) {
                    collected.add(compare(key, stats, last, reading, peer));
                }
            }
        };
    }

    private TrackStats compare(Key key, LinkStats link, Reading last, Reading next, Peer peer) {
        double seconds = (next.nanos() - last.nanos()) / 1e9;
        boolean received = key.direction() == Direction.RECEIVE;
        TrackCounters a = last.stats();
        TrackCounters b = next.stats();
        long packets = b.packets() - a.packets();
        long lost = b.packetsLost() - a.packetsLost();
        double samples = seconds * 48_000;
        return new TrackStats(
                key.participant(),
                key.track(),
                key.direction(),
                b.codec(),
                link.path(),
                (b.bytes() - a.bytes()) * 8 / seconds,
                link.roundTripMillis(),
                received ? b.jitterMillis() : Double.NaN,
                received ? 100.0 * lost / Math.max(1, packets + lost) : Double.NaN,
                received ? b.bufferMillis() : Double.NaN,
                received ? queueMillis(peer, key.track()) : Double.NaN,
                received
                        ? 100 * (b.concealedSamples() - a.concealedSamples()) / samples
                        : Double.NaN,
                received
                        ? 100 * (b.stretchedSamples() - a.stretchedSamples()) / samples
                        : Double.NaN,
                received
                        ? receivedLevels.getOrDefault(new TrackKey(peer.id(), key.track()), UNKNOWN)
                        : sentLevels.getOrDefault(key.track(), UNKNOWN));
    }

    private static double queueMillis(Peer peer, TrackId track) {
        for (TrackChannel channel : peer.tracks()) {
            if (channel.key().track().equals(track)) {
                return channel.queueMillis();
            }
        }
        return Double.NaN;
    }
}

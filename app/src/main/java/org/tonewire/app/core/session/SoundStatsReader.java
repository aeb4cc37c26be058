package org.tonewire.app.core.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.peer.TrackChannel;
import org.tonewire.app.core.room.SoundStats;
import org.tonewire.app.core.room.SoundStats.QueueStats;
import org.tonewire.app.core.room.SoundStats.SourceStats;
import org.tonewire.app.core.source.SourceStream;

/// Collects what sources, queues and links count. Session thread only.
final class SoundStatsReader {
    private SoundStatsReader() {}

    static SoundStats read(
            Iterable<SourceTrack> sources, Collection<TrackChannel> tracks, LinksHealth links) {
        List<SourceStats> opened = new ArrayList<>();
        for (SourceTrack source : sources) {
            SourceStream stream = source.stream();
            if (stream != null) {
                opened.add(new SourceStats(source.id(), stream.health(), source.spec().channels()));
            }
        }
        List<QueueStats> queues = tracks.stream().map(TrackChannel::queueStats).toList();
        return new SoundStats(opened, queues, links.exactClock(), links.callbackFailures());
    }
}

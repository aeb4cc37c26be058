package org.tonewire.app.ui.fake;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.LinkStats.TrackCounters;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.fake.FakeDescription;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.VirtualSession;

/// Sound on every link of a session, for its statistics.
public final class Flow {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Flow() {}

    /// Three seconds pass: two to compare, and one to tell.
    public static void through(VirtualSession room) {
        for (int second = 1; second <= 3; second++) {
            measure(room, second);
            room.pass(SECOND);
        }
    }

    private static void measure(VirtualSession room, int second) {
        Stream.<FakeLinkEnd>concat(
                        room.links().sendLinks().stream(), room.links().receiveLinks().stream())
                .filter(end -> !end.isClosed())
                .forEach(end -> end.measures(stats(end, second)));
    }

    private static LinkStats stats(FakeLinkEnd end, int second) {
        List<TrackId> tracks = end.local().map(FakeDescription::tracks).orElse(List.of());
        return new LinkStats(
                12.4, "host-host", tracks.stream().map(id -> counters(id, second)).toList());
    }

    /// 256 kb/s, of which a packet is lost now and then.
    private static TrackCounters counters(TrackId id, long second) {
        return new TrackCounters(
                id, "opus/48000/2;stereo=1", 500 * second, 32_000 * second, second, 1.8, 38, 0, 0);
    }
}

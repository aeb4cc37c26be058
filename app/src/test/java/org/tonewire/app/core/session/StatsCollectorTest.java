package org.tonewire.app.core.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.audio.AudioFormat;
import org.tonewire.app.core.audio.Levels;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.room.SessionEvent;
import org.tonewire.app.core.room.TrackStats;
import org.tonewire.app.core.source.SourceOrigin;
import org.tonewire.app.fake.FakeLinkEnd;
import org.tonewire.app.fake.FakeReceiveLink;
import org.tonewire.app.fake.FakeSendLink;
import org.tonewire.app.fake.FakeSources;
import org.tonewire.app.fake.VirtualSession;

/// What the statistics of a track say of its sound, in virtual time.
final class StatsCollectorTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theHighestPeakOfASecondIsInTheStatsOfEveryLinkThatSendsTheTrack() {
        VirtualSession room = VirtualSession.with("ann", "bob");
        room.add("tone", new SourceOrigin.Tone(440));
        room.links().sendLinks().forEach(link -> measures(link, "tone"));
        room.pass(SECOND.multipliedBy(2));
        FakeSources.Stream tone = room.sources.streams.getLast();
        tone.play(2, 0.5f);
        tone.play(300, 0.001f);
        room.pass(SECOND.multipliedBy(3));

        for (String other : List.of("ann", "bob")) {
            assertThat(peaks(room, Direction.SEND, other))
                    .endsWith(Levels.SILENCE_DB)
                    .filteredOn(peak -> peak > Levels.SILENCE_DB)
                    .singleElement()
                    .satisfies(peak -> assertThat(peak).isCloseTo(-6.02f, within(0.1f)));
        }
    }

    @Test
    void theHighestPeakOfASecondIsInTheStatsOfAReceivedTrack() {
        VirtualSession room = VirtualSession.with("bob");
        FakeReceiveLink link = room.offers("bob", "mic");
        measures(link, "mic");
        room.pass(SECOND.multipliedBy(2));
        FakeReceiveLink.Track track = link.tracks().values().iterator().next();
        float[] frame = new float[AudioFormat.FRAME_VALUES];
        for (int i = 0; i < 100; i++) {
            Arrays.fill(frame, i == 1 ? 0.5f : 0f);
            long position = (long) i * AudioFormat.FRAME_SAMPLES;
            track.sink().orElseThrow().accept(frame, position);
        }
        room.pass(SECOND.multipliedBy(3));

        assertThat(peaks(room, Direction.RECEIVE, "bob"))
                .endsWith(Levels.SILENCE_DB)
                .filteredOn(peak -> peak > Levels.SILENCE_DB)
                .singleElement()
                .satisfies(peak -> assertThat(peak).isCloseTo(-6.02f, within(0.1f)));
    }

    @Test
    void aLinkThatHasNotAnsweredIsNotAskedForItsStatisticsAgain() {
        VirtualSession room = VirtualSession.with("bob");
        FakeSendLink link = room.sendLink();
        link.holdsStats();
        room.pass(SECOND.multipliedBy(10));

        assertThat(link.statsAsked()).isEqualTo(1);
    }

    @Test
    void statisticsThatComeLateAreComparedWithTheLastOnes() {
        VirtualSession room = VirtualSession.with("bob");
        FakeSendLink link = room.sendLink();
        measures(link, "tone");
        room.pass(SECOND.multipliedBy(2));
        link.holdsStats();
        room.pass(SECOND.multipliedBy(4));
        link.reportsStats();
        room.pass(SECOND);

        assertThat(peaks(room, Direction.SEND, "bob")).hasSize(2);
    }

    @Test
    void theLinkAfterOneThatNeverAnsweredIsAskedForItsStatistics() {
        VirtualSession room = VirtualSession.with("bob");
        FakeSendLink silent = room.sendLink();
        silent.holdsStats();
        room.pass(SECOND.multipliedBy(2));
        silent.fails(ExchangeStage.MAKE_OFFER);
        room.pass(SECOND.multipliedBy(6));

        assertThat(room.sendLink()).isNotSameAs(silent);
        assertThat(room.sendLink().statsAsked()).isGreaterThan(3);
    }

    private static void measures(FakeLinkEnd link, String track) {
        link.measures(
                new LinkStats(
                        1,
                        "host-host",
                        List.of(
                                new LinkStats.TrackCounters(
                                        new TrackId(track), "opus", 0, 0, 0, 0, 0, 0, 0))));
    }

    private static List<Float> peaks(VirtualSession room, Direction direction, String other) {
        Stream<TrackStats> all =
                room.events(SessionEvent.StatsCollected.class).stream()
                        .flatMap(event -> event.tracks().stream());
        return all.filter(stats -> stats.direction() == direction)
                .filter(stats -> stats.participant().equals(VirtualSession.id(other)))
                .map(stats -> stats.levels().peakLeftDb())
                .toList();
    }
}

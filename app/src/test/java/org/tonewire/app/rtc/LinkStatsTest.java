package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.LinkStats.TrackCounters;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.Until;

final class LinkStatsTest {
    private static final TrackId ID = new TrackId("source");
    private static final int PACKETS = 150;

    private final LinkRig rig = new LinkRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /// Noise, because an encoder that may vary its rate spends little on a tone.
    @ParameterizedTest
    @EnumSource
    void theProfilesRateReallyFlows(Profile profile) {
        rig.noise(ID);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(ID, profile));
        TrackCounters early = awaitPackets(pair, 50);
        TrackCounters late = awaitPackets(pair, early.packets() + PACKETS);
        long packets = late.packets() - early.packets();
        double seconds = packets * profile.packetMillis() / 1000.0;
        double bitrateBps = 8 * (late.bytes() - early.bytes()) / seconds;
        assertThat(bitrateBps)
                .as(late.toString())
                .isBetween(0.8 * profile.bitrateBps(), 1.2 * profile.bitrateBps());
        assertThat(late.codec())
                .startsWith("opus/48000/2;")
                .contains("maxaveragebitrate=" + profile.bitrateBps());
    }

    @Test
    void theListenerKnowsItsBufferAndPath() {
        rig.noise(ID);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(ID, Profile.MUSIC));
        awaitPackets(pair, 100);
        LinkStats stats = pair.heardStats();
        assertThat(stats.path()).isEqualTo("host-host");
        assertThat(stats.tracks()).hasSize(1);
        TrackCounters track = stats.tracks().getFirst();
        assertThat(track.id()).isEqualTo(ID);
        assertThat(track.bufferMillis()).isBetween(1.0, 10_000.0);
        assertThat(track.packetsLost()).isZero();
    }

    @Test
    void thePublisherCountsWhatItSends() {
        rig.noise(ID);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(ID, Profile.MUSIC));
        awaitPackets(pair, 50);
        LinkStats stats = pair.sentStats();
        assertThat(stats.tracks().getFirst().id()).isEqualTo(ID);
        assertThat(stats.tracks().getFirst().packets()).isPositive();
        Until.holds(() -> !Double.isNaN(pair.sentStats().roundTripMillis()), stats::toString);
    }

    @Test
    void beforeAnAnswerThereIsLittleToTell() {
        Pair pair = rig.pair();
        LinkStats stats = pair.heardStats();
        assertThat(stats.tracks()).isEmpty();
        assertThat(stats.path()).isEmpty();
        assertThat(stats.roundTripMillis()).isNaN();
    }

    private static TrackCounters awaitPackets(Pair pair, long packets) {
        Until.holds(
                () -> pair.heardStats().tracks().stream().anyMatch(t -> t.packets() >= packets),
                () -> "want %d of %s".formatted(packets, pair.heardStats()));
        return pair.heardStats().tracks().getFirst();
    }
}

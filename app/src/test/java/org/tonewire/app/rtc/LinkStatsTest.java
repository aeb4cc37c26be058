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

    /// Sends noise, because an encoder with a variable rate spends little on a tone.
    @ParameterizedTest
    @EnumSource
    void theBitrateIsThatOfTheProfile(Profile profile) {
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
    void theReceivingEndKnowsItsBufferAndPath() {
        rig.noise(ID);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(ID, Profile.MUSIC));
        awaitPackets(pair, 100);
        LinkStats stats = pair.receiveStats();
        assertThat(stats.path()).isEqualTo("host-host");
        assertThat(stats.tracks()).hasSize(1);
        TrackCounters track = stats.tracks().getFirst();
        assertThat(track.id()).isEqualTo(ID);
        assertThat(track.bufferMillis()).isBetween(1.0, 10_000.0);
        assertThat(track.packetsLost()).isZero();
    }

    @Test
    void theSendingEndCountsItsPackets() {
        rig.noise(ID);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(ID, Profile.MUSIC));
        awaitPackets(pair, 50);
        LinkStats stats = pair.sendStats();
        assertThat(stats.tracks().getFirst().id()).isEqualTo(ID);
        assertThat(stats.tracks().getFirst().packets()).isPositive();
        Until.holds(() -> !Double.isNaN(pair.sendStats().roundTripMillis()), stats::toString);
    }

    @Test
    void beforeAnAnswerTheStatsAreEmpty() {
        Pair pair = rig.pair();
        LinkStats stats = pair.receiveStats();
        assertThat(stats.tracks()).isEmpty();
        assertThat(stats.path()).isEmpty();
        assertThat(stats.roundTripMillis()).isNaN();
    }

    private static TrackCounters awaitPackets(Pair pair, long packets) {
        Until.holds(
                () -> pair.receiveStats().tracks().stream().anyMatch(t -> t.packets() >= packets),
                () -> "want %d of %s".formatted(packets, pair.receiveStats()));
        return pair.receiveStats().tracks().getFirst();
    }
}

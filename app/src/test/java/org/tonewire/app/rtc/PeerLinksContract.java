package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.ToneProbe;
import org.tonewire.app.rtc.rig.Until;

/// What links promise to a session, whatever carries them.
abstract class PeerLinksContract {
    private static final TrackId MUSIC = new TrackId("music");
    private static final TrackId VOICE = new TrackId("voice");
    private static final SendTrack AS_MUSIC = new SendTrack(MUSIC, Profile.MUSIC);
    private static final SendTrack AS_VOICE = new SendTrack(VOICE, Profile.VOICE);

    private final LinkRig rig = rig();

    abstract LinkRig rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anOfferIsAnsweredAndBothEndsConnect() {
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS);
        pair.awaitConnected();
        assertThat(pair.sent().descriptions).hasSize(1);
        assertThat(pair.received().descriptions).hasSize(1);
        assertThat(pair.received().probes).isEmpty();
    }

    @Test
    void whatIsFedComesOutAtTheOtherEnd() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        Until.holds(
                () -> probe.leftAt(1_000) > 0.2 && probe.rightAt(3_000) > 0.2,
                () -> "left " + probe.leftAt(1_000) + ", right " + probe.rightAt(3_000));
    }

    @Test
    void tracksComeAndGoAsTheyAreOffered() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        pair.awaitProbe(MUSIC);
        pair.offer(OfferKind.TRACKS, AS_MUSIC, AS_VOICE);
        pair.awaitProbe(VOICE);
        assertThat(pair.received().removed).isEmpty();
        pair.offer(OfferKind.TRACKS, AS_VOICE);
        assertThat(pair.received().removed).containsExactly(MUSIC);
        pair.offer(OfferKind.TRACKS);
        assertThat(pair.received().removed).containsExactly(MUSIC, VOICE);
        assertThat(pair.received().failures).isEmpty();
        assertThat(pair.sent().failures).isEmpty();
    }

    @Test
    void aRestartKeepsTheTracks() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        pair.offer(OfferKind.RESTART, AS_MUSIC);
        assertThat(pair.received().removed).isEmpty();
        assertThat(pair.awaitProbe(MUSIC)).isSameAs(probe);
        assertThat(pair.sent().states).doesNotContain(LinkState.FAILED);
    }

    @Test
    void textsArriveInOrderOnceTheChannelIsOpen() {
        Pair pair = rig.pair();
        assertThat(pair.send("too early")).isFalse();
        pair.offer(OfferKind.TRACKS);
        Until.holds(() -> pair.sent().controlOpen, pair::toString);
        assertThat(pair.send("first")).isTrue();
        assertThat(pair.send("last")).isTrue();
        Until.holds(() -> pair.received().texts.contains("last"), pair::toString);
        assertThat(pair.received().texts).containsExactly("first", "last");
    }

    @Test
    void nothingIsReportedFromWithinACall() {
        Pair pair = rig.pair();
        List<String> reported = pair.sent().descriptions;
        boolean within =
                rig.call(() -> {
                    pair.sender().link().offer(List.of(), OfferKind.TRACKS);
                    return !reported.isEmpty();
                });
        assertThat(within).isFalse();
        Until.holds(() -> !reported.isEmpty(), pair::toString);
    }

    @Test
    void nothingIsReportedAfterTheEnd() {
        Pair pair = rig.pair();
        pair.startOffer(OfferKind.TRACKS);
        pair.close();
        pair.close();
        String reported = pair.toString();
        int descriptions = pair.sent().descriptions.size();
        assertThat(pair.send("too late")).isFalse();
        rig.run(() -> {});
        assertThat(pair.toString()).isEqualTo(reported);
        assertThat(pair.sent().descriptions).hasSize(descriptions);
    }

    @Test
    void aFeedThatIsClosedCanBeOpenedAgain() {
        rig.run(() -> rig.links.openFeed(MUSIC).close());
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        Until.holds(() -> probe.leftAt(1_000) > 0.2, () -> "left " + probe.leftAt(1_000));
    }
}

package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.ToneProbe;
import org.tonewire.app.rtc.rig.TonePusher;
import org.tonewire.app.rtc.rig.Until;

/// Sound over real links, from one end to the other.
final class WebRtcLinksTest {
    private static final TrackId MUSIC = new TrackId("music");
    private static final TrackId VOICE = new TrackId("voice");
    private static final SendTrack AS_MUSIC = new SendTrack(MUSIC, Profile.MUSIC);
    private static final SendTrack AS_VOICE = new SendTrack(VOICE, Profile.VOICE);

    private final LinkRig rig = new LinkRig();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.links.health().callbackFailures()).isZero();
    }

    @Test
    void musicArrivesInStereoAtItsLevel() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        Until.holds(
                () -> near(probe.leftAt(1_000), 0.25) && near(probe.rightAt(3_000), 0.25),
                () -> "left " + probe.leftAt(1_000) + ", right " + probe.rightAt(3_000));
        awaitNone(probe, 3_000, 1_000);
    }

    @Test
    void aLinkMadeDuringTheWarmUpWorks() {
        rig.run(rig.links::warmUp);
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        awaitLevel(pair.awaitProbe(MUSIC), 1_000, 3_000);
        assertThat(pair.received().probes).containsOnlyKeys(MUSIC);
    }

    @Test
    void theLinksMayCloseDuringTheWarmUp() {
        rig.run(rig.links::warmUp);
        rig.close();
        assertThat(rig.session.isShutdown()).isTrue();
    }

    @Test
    void voiceArrivesTheSameOnBothSides() {
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_VOICE);
        awaitLevel(pair.awaitProbe(VOICE), 500, 500);
        assertThat(pair.sent().descriptions.getFirst()).contains("stereo=0", "a=ptime:20");
    }

    @Test
    void voiceAndMusicShareOneLink() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_VOICE, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        awaitLevel(probe, 1_000, 3_000);
        awaitLevel(pair.awaitProbe(VOICE), 500, 500);
        awaitNone(probe, 3_000, 1_000);
        awaitNone(probe, 500, 500);
    }

    @Test
    void tracksAreAddedAndRemovedWhileTheLinkRuns() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe music = pair.awaitProbe(MUSIC);
        awaitLevel(music, 1_000, 3_000);
        pair.offer(OfferKind.TRACKS, AS_MUSIC, AS_VOICE);
        awaitLevel(pair.awaitProbe(VOICE), 500, 500);
        pair.offer(OfferKind.TRACKS, AS_VOICE);
        assertThat(pair.received().removed).containsExactly(MUSIC);
        long frames = music.frames();
        pair.offer(OfferKind.TRACKS);
        assertThat(pair.received().removed).containsExactly(MUSIC, VOICE);
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> pair.awaitProbe(MUSIC) != music, pair::toString);
        awaitLevel(pair.awaitProbe(MUSIC), 1_000, 3_000);
        assertThat(music.frames()).isEqualTo(frames);
        assertThat(pair.received().problems).isEmpty();
        assertThat(pair.received().failures).isEmpty();
        assertThat(pair.sent().failures).isEmpty();
        assertThat(pair.sent().problems).isEmpty();
    }

    @Test
    void aTrackChangesItsProfileWhileItPlays() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(MUSIC, Profile.VOICE));
        ToneProbe probe = pair.awaitProbe(MUSIC);
        Until.holds(() -> probe.leftAt(3_000) > 0.08, () -> "mono: " + probe.leftAt(3_000) + pair);
        pair.offer(OfferKind.TRACKS, new SendTrack(MUSIC, Profile.STUDIO));
        Until.holds(
                () -> probe.leftAt(1_000) > 0.22 && probe.leftAt(3_000) < 0.002,
                () -> "stereo: " + probe.leftAt(1_000) + " " + probe.leftAt(3_000) + pair);
        assertThat(pair.received().removed).isEmpty();
    }

    @Test
    void aMutedTrackArrivesAsSilence() {
        TonePusher tone = rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe probe = pair.awaitProbe(MUSIC);
        awaitLevel(probe, 1_000, 3_000);
        tone.mute();
        Until.holds(() -> probe.peak() == 0, () -> "peak " + probe.peak());
    }

    @Test
    void twoSendersAreReceivedSeparately() {
        rig.tone(MUSIC, 1_000, 3_000);
        try (LinkRig other = new LinkRig()) {
            other.tone(MUSIC, 700, 2_000);
            Pair first = rig.pair();
            Pair second = other.pairInto(rig);
            first.offer(OfferKind.TRACKS, AS_MUSIC);
            second.offer(OfferKind.TRACKS, AS_MUSIC);
            awaitLevel(first.awaitProbe(MUSIC), 1_000, 3_000);
            awaitLevel(second.awaitProbe(MUSIC), 700, 2_000);
            awaitNone(first.awaitProbe(MUSIC), 700, 2_000);
            awaitNone(second.awaitProbe(MUSIC), 1_000, 3_000);
            first.close();
            second.close();
        }
    }

    @Test
    void aFeedOutlivesTheLinksThatUseIt() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair lasting = rig.pair();
        lasting.offer(OfferKind.TRACKS, AS_MUSIC);
        awaitLevel(lasting.awaitProbe(MUSIC), 1_000, 3_000);
        for (int i = 0; i < 5; i++) {
            Pair passing = rig.pair();
            passing.offer(OfferKind.TRACKS, AS_MUSIC);
            awaitLevel(passing.awaitProbe(MUSIC), 1_000, 3_000);
            passing.close();
        }
        awaitLevel(lasting.awaitProbe(MUSIC), 1_000, 3_000);
    }

    private static boolean near(double level, double wanted) {
        return Math.abs(level - wanted) < 0.03;
    }

    /// More than 40 dB below the tone.
    private static void awaitNone(ToneProbe probe, double leftHz, double rightHz) {
        Until.holds(
                () -> probe.leftAt(leftHz) < 0.002 && probe.rightAt(rightHz) < 0.002,
                () -> "left " + probe.leftAt(leftHz) + ", right " + probe.rightAt(rightHz));
    }

    private static void awaitLevel(ToneProbe probe, double leftHz, double rightHz) {
        Until.holds(
                () -> probe.leftAt(leftHz) > 0.2 && probe.rightAt(rightHz) > 0.2,
                () ->
                        "%d frames, left %.4f, right %.4f"
                                .formatted(
                                        probe.frames(),
                                        probe.leftAt(leftHz),
                                        probe.rightAt(rightHz)));
    }
}

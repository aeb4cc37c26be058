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

/// Sound over real links: what goes in at one end and comes out at the other.
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
        ToneProbe ear = pair.awaitEar(MUSIC);
        Until.holds(
                () -> near(ear.leftAt(1_000), 0.25) && near(ear.rightAt(3_000), 0.25),
                () -> "left " + ear.leftAt(1_000) + ", right " + ear.rightAt(3_000));
        awaitNone(ear, 3_000, 1_000);
    }

    @Test
    void aLinkMadeWhileTheLinksWarmUpSoundsToo() {
        rig.run(rig.links::warmUp);
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        awaitLevel(pair.awaitEar(MUSIC), 1_000, 3_000);
        assertThat(pair.heard().ears).containsOnlyKeys(MUSIC);
    }

    @Test
    void theLinksMayCloseWhileTheyWarmUp() {
        rig.run(rig.links::warmUp);
        rig.close();
        assertThat(rig.session.isShutdown()).isTrue();
    }

    @Test
    void voiceArrivesTheSameOnBothSides() {
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_VOICE);
        awaitLevel(pair.awaitEar(VOICE), 500, 500);
        assertThat(pair.sent().descriptions.getFirst()).contains("stereo=0", "a=ptime:20");
    }

    @Test
    void voiceAndMusicTravelOnOneLink() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_VOICE, AS_MUSIC);
        ToneProbe ear = pair.awaitEar(MUSIC);
        awaitLevel(ear, 1_000, 3_000);
        awaitLevel(pair.awaitEar(VOICE), 500, 500);
        awaitNone(ear, 3_000, 1_000);
        awaitNone(ear, 500, 500);
    }

    @Test
    void tracksComeAndGoWhileTheLinkRuns() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe music = pair.awaitEar(MUSIC);
        awaitLevel(music, 1_000, 3_000);
        pair.offer(OfferKind.TRACKS, AS_MUSIC, AS_VOICE);
        awaitLevel(pair.awaitEar(VOICE), 500, 500);
        pair.offer(OfferKind.TRACKS, AS_VOICE);
        assertThat(pair.heard().removed).containsExactly(MUSIC);
        long frames = music.frames();
        pair.offer(OfferKind.TRACKS);
        assertThat(pair.heard().removed).containsExactly(MUSIC, VOICE);
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        Until.holds(() -> pair.awaitEar(MUSIC) != music, pair::toString);
        awaitLevel(pair.awaitEar(MUSIC), 1_000, 3_000);
        assertThat(music.frames()).isEqualTo(frames);
        assertThat(pair.heard().problems).isEmpty();
        assertThat(pair.heard().failures).isEmpty();
        assertThat(pair.sent().failures).isEmpty();
        assertThat(pair.sent().problems).isEmpty();
    }

    @Test
    void aTrackChangesItsProfileWhileItPlays() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new SendTrack(MUSIC, Profile.VOICE));
        ToneProbe ear = pair.awaitEar(MUSIC);
        Until.holds(() -> ear.leftAt(3_000) > 0.08, () -> "mono: " + ear.leftAt(3_000) + pair);
        pair.offer(OfferKind.TRACKS, new SendTrack(MUSIC, Profile.STUDIO));
        Until.holds(
                () -> ear.leftAt(1_000) > 0.22 && ear.leftAt(3_000) < 0.002,
                () -> "stereo: " + ear.leftAt(1_000) + " " + ear.leftAt(3_000) + pair);
        assertThat(pair.heard().removed).isEmpty();
    }

    @Test
    void aMutedTrackComesOutAsSilence() {
        TonePusher tone = rig.tone(MUSIC, 1_000, 3_000);
        Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, AS_MUSIC);
        ToneProbe ear = pair.awaitEar(MUSIC);
        awaitLevel(ear, 1_000, 3_000);
        tone.mute();
        Until.holds(() -> ear.peak() == 0, () -> "peak " + ear.peak());
    }

    @Test
    void aListenerHearsTwoPublishersApart() {
        rig.tone(MUSIC, 1_000, 3_000);
        try (LinkRig other = new LinkRig()) {
            other.tone(MUSIC, 700, 2_000);
            Pair first = rig.pair();
            Pair second = other.pairInto(rig);
            first.offer(OfferKind.TRACKS, AS_MUSIC);
            second.offer(OfferKind.TRACKS, AS_MUSIC);
            awaitLevel(first.awaitEar(MUSIC), 1_000, 3_000);
            awaitLevel(second.awaitEar(MUSIC), 700, 2_000);
            awaitNone(first.awaitEar(MUSIC), 700, 2_000);
            awaitNone(second.awaitEar(MUSIC), 1_000, 3_000);
            first.close();
            second.close();
        }
    }

    @Test
    void aFeedServesLinksThatComeAndGo() {
        rig.tone(MUSIC, 1_000, 3_000);
        Pair lasting = rig.pair();
        lasting.offer(OfferKind.TRACKS, AS_MUSIC);
        awaitLevel(lasting.awaitEar(MUSIC), 1_000, 3_000);
        for (int i = 0; i < 5; i++) {
            Pair passing = rig.pair();
            passing.offer(OfferKind.TRACKS, AS_MUSIC);
            awaitLevel(passing.awaitEar(MUSIC), 1_000, 3_000);
            passing.close();
        }
        awaitLevel(lasting.awaitEar(MUSIC), 1_000, 3_000);
    }

    private static boolean near(double level, double wanted) {
        return Math.abs(level - wanted) < 0.03;
    }

    /// More than 40 dB below the tone.
    private static void awaitNone(ToneProbe ear, double leftHz, double rightHz) {
        Until.holds(
                () -> ear.leftAt(leftHz) < 0.002 && ear.rightAt(rightHz) < 0.002,
                () -> "left " + ear.leftAt(leftHz) + ", right " + ear.rightAt(rightHz));
    }

    private static void awaitLevel(ToneProbe ear, double leftHz, double rightHz) {
        Until.holds(
                () -> ear.leftAt(leftHz) > 0.2 && ear.rightAt(rightHz) > 0.2,
                () ->
                        "%d frames, left %.4f, right %.4f"
                                .formatted(ear.frames(), ear.leftAt(leftHz), ear.rightAt(rightHz)));
    }
}

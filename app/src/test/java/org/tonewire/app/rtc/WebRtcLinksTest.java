package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PublishedTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;

final class WebRtcLinksTest {
    private static final TrackId MUSIC = new TrackId("music");
    private static final TrackId VOICE = new TrackId("voice");

    private final LinkRig rig = new LinkRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void musicArrivesInStereoAtItsLevel() {
        rig.tone(MUSIC, 1_000, 3_000);
        LinkRig.Pair pair = rig.pair();
        pair.offer(OfferKind.TRACKS, new PublishedTrack(MUSIC, Profile.MUSIC));
        Ear ear = pair.awaitEar(MUSIC);
        Until.holds(
                () -> ear.leftAt(1_000) > 0.22 && ear.rightAt(3_000) > 0.22,
                () -> "left " + ear.leftAt(1_000) + " right " + ear.rightAt(3_000) + pair);
        assertThat(ear.leftAt(1_000)).isCloseTo(0.25, within(0.03));
        assertThat(ear.rightAt(3_000)).isCloseTo(0.25, within(0.03));
        assertThat(ear.leftAt(3_000)).isLessThan(0.002);
        assertThat(ear.rightAt(1_000)).isLessThan(0.002);
    }

    @Test
    void voiceAndMusicTravelOnOneLink() {
        rig.tone(MUSIC, 1_000, 3_000);
        rig.tone(VOICE, 500, 500);
        LinkRig.Pair pair = rig.pair();
        pair.offer(
                OfferKind.TRACKS,
                new PublishedTrack(VOICE, Profile.VOICE),
                new PublishedTrack(MUSIC, Profile.MUSIC));
        Ear ear = pair.awaitEar(MUSIC);
        Ear voiceEar = pair.awaitEar(VOICE);
        Until.holds(
                () -> ear.leftAt(1_000) > 0.22 && voiceEar.rightAt(500) > 0.2,
                () -> "left " + ear.leftAt(1_000) + " voice " + voiceEar.rightAt(500) + pair);
        assertThat(ear.leftAt(3_000)).isLessThan(0.002);
    }
}

package org.tonewire.app.rtc;

import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.ToneProbe;
import org.tonewire.app.rtc.rig.Until;

/// Closes the links during a call and returns from `main`.
final class CallThenExit {
    private CallThenExit() {}

    public static void main(String[] arguments) {
        TrackId id = new TrackId("music");
        try (LinkRig rig = new LinkRig()) {
            rig.tone(id, 1_000, 3_000);
            Pair pair = rig.pair();
            pair.offer(OfferKind.TRACKS, new SendTrack(id, Profile.MUSIC));
            ToneProbe probe = pair.awaitProbe(id);
            Until.holds(() -> probe.leftAt(1_000) > 0.2, pair::toString);
            rig.pair().offer(OfferKind.TRACKS, new SendTrack(id, Profile.MUSIC));
        }
        System.err.println("closed");
    }
}

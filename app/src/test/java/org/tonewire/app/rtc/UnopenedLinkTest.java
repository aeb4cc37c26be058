package org.tonewire.app.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.guard.NativeGuard;

/// Links whose native connection the library refuses to make: its factory is closed.
final class UnopenedLinkTest {
    private static final SendTrack MUSIC = new SendTrack(new TrackId("music"), Profile.MUSIC);

    private final List<Runnable> steps = new ArrayList<>();
    private final OwnerThread session = new OwnerThread(steps::add, new NativeGuard());
    private final LinkEvents events = new LinkEvents();

    @Test
    void aSendLinkThatIsNotMadeReportsItLaterAndTakesEveryCall() {
        SendFactory factory = new SendFactory(session.guard());
        factory.close();

        WebRtcSendLink link = new WebRtcSendLink(session, factory, IceSettings.NONE, events);
        link.offer(List.of(MUSIC), OfferKind.TRACKS);
        link.addCandidate(new IceCandidate("", "0", 0));
        link.collectStats(_ -> {});
        assertThat(link.sendControl("hello")).isFalse();
        assertThat(events.failures).isEmpty();
        runSteps();

        assertThat(events.failures).containsExactly(ExchangeStage.OPEN_LINK);
        link.close();
        assertThat(link.isClosed()).isTrue();
        assertThat(session.guard().failures()).isZero();
    }

    private void runSteps() {
        List.copyOf(steps).forEach(Runnable::run);
    }
}

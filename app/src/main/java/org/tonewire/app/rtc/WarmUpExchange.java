package org.tonewire.app.rtc;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.Profile;

/// A link of this process with itself, closed when its answer is made: the first offer and the
/// first answer of a process take several times as long as later ones, and a person would wait for
/// them. No candidate is passed on, so no packet is sent. Session thread.
final class WarmUpExchange {
    private static final Logger log = LoggerFactory.getLogger(WarmUpExchange.class);
    private static final TrackId TRACK = new TrackId("warm-up");

    private final PeerLinks links;
    private @Nullable TrackFeed feed;
    private @Nullable SendLink sendLink;
    private @Nullable ReceiveLink receiveLink;

    private WarmUpExchange(PeerLinks links) {
        this.links = links;
    }

    static void begin(PeerLinks links) {
        new WarmUpExchange(links).begin();
    }

    private void begin() {
        try {
            feed = links.openFeed(TRACK);
            var answering = new End(_ -> end());
            ReceiveLink answerer = links.openReceiveLink(IceSettings.NONE, answering, answering);
            receiveLink = answerer;
            SendLink offerer = links.openSendLink(IceSettings.NONE, new End(answerer::acceptOffer));
            sendLink = offerer;
            offerer.offer(List.of(new SendTrack(TRACK, Profile.MUSIC)), OfferKind.TRACKS);
        } catch (RuntimeException e) {
            log.debug("the warm-up failed: {}", e.toString());
            end();
        }
    }

    private void end() {
        if (sendLink != null) {
            sendLink.close();
        }
        if (receiveLink != null) {
            receiveLink.close();
        }
        if (feed != null) {
            feed.close();
        }
        sendLink = null;
        receiveLink = null;
        feed = null;
    }

    /// One end of the link: passes its description on, and ignores every other event but a failure.
    private final class End implements LinkListener, TrackListener {
        private final Consumer<String> next;

        private End(Consumer<String> next) {
            this.next = next;
        }

        @Override
        public void described(String sdp) {
            next.accept(sdp);
        }

        @Override
        public void candidateFound(IceCandidate candidate) {}

        @Override
        public void stateChanged(LinkState state) {}

        @Override
        public void controlReceived(String text) {}

        @Override
        public void controlOpened() {}

        @Override
        public void warned(Problem problem) {}

        @Override
        public void exchangeFailed(ExchangeStage stage) {
            end();
        }

        @Override
        public void trackAdded(RemoteTrack track) {}

        @Override
        public void trackRemoved(TrackId id) {}
    }
}

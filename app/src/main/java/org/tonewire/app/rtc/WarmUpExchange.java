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

/// A link to oneself that is given up when its answer is there: the first offer and the first
/// answer of a process take several times as long as every later one, and a person would wait for
/// them. No candidate is passed on, so no packet leaves. Session thread.
final class WarmUpExchange {
    private static final Logger log = LoggerFactory.getLogger(WarmUpExchange.class);
    private static final TrackId TRACK = new TrackId("rehearsal");

    private final PeerLinks links;
    private @Nullable TrackFeed feed;
    private @Nullable SendLink publisher;
    private @Nullable ReceiveLink listener;

    private WarmUpExchange(PeerLinks links) {
        this.links = links;
    }

    static void begin(PeerLinks links) {
        new WarmUpExchange(links).begin();
    }

    private void begin() {
        try {
            feed = links.openFeed(TRACK);
            var answering = new Side(_ -> end());
            ReceiveLink answerer = links.listen(IceSettings.NONE, answering, answering);
            listener = answerer;
            SendLink offerer = links.publish(IceSettings.NONE, new Side(answerer::acceptOffer));
            publisher = offerer;
            offerer.offer(List.of(new SendTrack(TRACK, Profile.MUSIC)), OfferKind.TRACKS);
        } catch (RuntimeException e) {
            log.debug("the rehearsal failed: {}", e.toString());
            end();
        }
    }

    private void end() {
        if (publisher != null) {
            publisher.close();
        }
        if (listener != null) {
            listener.close();
        }
        if (feed != null) {
            feed.close();
        }
        publisher = null;
        listener = null;
        feed = null;
    }

    /// One end of the link: hands its description on, and is deaf to all else but a failure.
    private final class Side implements LinkListener, TrackListener {
        private final Consumer<String> next;

        private Side(Consumer<String> next) {
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

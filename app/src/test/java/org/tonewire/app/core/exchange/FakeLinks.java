package org.tonewire.app.core.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinksHealth;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PeerLinks;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;

/// Links that describe themselves at once and whose paths the test makes and breaks. Each
/// description is another one, as libwebrtc's are.
final class FakeLinks implements PeerLinks {
    private final List<Publisher> publishers = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();
    private int descriptions;

    List<Publisher> publishers() {
        return publishers;
    }

    List<Receiver> receivers() {
        return receivers;
    }

    @Override
    public SendLink publish(IceSettings settings, LinkListener listener) {
        Publisher made = new Publisher(listener, publishers.size());
        publishers.add(made);
        return made;
    }

    @Override
    public ReceiveLink listen(IceSettings settings, LinkListener listener, TrackListener tracks) {
        Receiver made = new Receiver(listener);
        receivers.add(made);
        return made;
    }

    @Override
    public void warmUp() {}

    @Override
    public TrackFeed openFeed(TrackId id) {
        throw new UnsupportedOperationException("no sound here");
    }

    @Override
    public LinksHealth health() {
        return new LinksHealth(true, 0);
    }

    @Override
    public void close() {}

    private String describe(String kind, String fingerprint) {
        descriptions++;
        return "v=0\r\ns=" + kind + descriptions + "\r\na=fingerprint:sha-256 " + fingerprint;
    }

    /// What both ends have.
    static class End {
        private final LinkListener listener;
        private final List<IceCandidate> candidates = new ArrayList<>();
        private boolean closed;

        End(LinkListener listener) {
            this.listener = listener;
        }

        void becomes(LinkState state) {
            listener.stateChanged(state);
        }

        void finds(String candidate) {
            listener.candidateFound(new IceCandidate(candidate, "0", 0));
        }

        void fails(Problem problem) {
            listener.failed(problem);
        }

        void describes(String sdp) {
            listener.described(sdp);
        }

        /// Of the other end.
        List<String> candidates() {
            return candidates.stream().map(IceCandidate::candidate).toList();
        }

        boolean isClosed() {
            return closed;
        }

        public void addCandidate(IceCandidate candidate) {
            candidates.add(candidate);
        }

        public void collectStats(Consumer<LinkStats> receiver) {}

        public void close() {
            closed = true;
        }
    }

    final class Publisher extends End implements SendLink {
        private final List<OfferKind> offers = new ArrayList<>();
        private final List<String> answers = new ArrayList<>();
        private final int number;

        Publisher(LinkListener listener, int number) {
            super(listener);
            this.number = number;
        }

        List<OfferKind> offers() {
            return offers;
        }

        List<String> answers() {
            return answers;
        }

        @Override
        public void offer(List<SendTrack> tracks, OfferKind kind) {
            offers.add(kind);
            describes(describe("offer", "AA:0" + number));
        }

        @Override
        public void acceptAnswer(String sdp) {
            answers.add(sdp);
        }

        @Override
        public boolean sendControl(String text) {
            return false;
        }
    }

    final class Receiver extends End implements ReceiveLink {
        private final List<String> offers = new ArrayList<>();

        Receiver(LinkListener listener) {
            super(listener);
        }

        List<String> offers() {
            return offers;
        }

        @Override
        public void acceptOffer(String sdp) {
            offers.add(sdp);
            describes(describe("answer", "BB:00"));
        }
    }
}

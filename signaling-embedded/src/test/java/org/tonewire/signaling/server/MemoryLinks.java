package org.tonewire.signaling.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tonewire.signaling.extend.OfferLink;
import org.tonewire.signaling.extend.OfferLinks;

/// Connections within this process. An offer `x` gets the answer `answer to x`; an offer `bad` is
/// rejected.
final class MemoryLinks implements OfferLinks {
    private final List<Link> links = new CopyOnWriteArrayList<>();

    @Override
    public OfferLink begin(OfferLink.Listener listener) {
        Link link = new Link(listener);
        links.add(link);
        return link;
    }

    /// The link that was created as number `index`.
    Link link(int index) {
        return links.get(index);
    }

    static final class Link implements OfferLink {
        private final Listener listener;
        private final List<String> received = new CopyOnWriteArrayList<>();

        Link(Listener listener) {
            this.listener = listener;
        }

        /// The candidates and texts received, and `closed` at the end.
        List<String> received() {
            return received;
        }

        void receive(String text) {
            listener.received(text);
        }

        void fail() {
            listener.disconnected();
        }

        @Override
        public CompletionStage<String> answer(String offerSdp) {
            return offerSdp.equals("bad")
                    ? CompletableFuture.failedFuture(new IllegalArgumentException("no SDP"))
                    : CompletableFuture.completedFuture("answer to " + offerSdp);
        }

        @Override
        public void addCandidate(String candidate, String sdpMid, int sdpMLineIndex) {
            received.add("candidate " + candidate + " " + sdpMid + " " + sdpMLineIndex);
        }

        @Override
        public void send(String text) {
            received.add(text);
        }

        @Override
        public void close() {
            received.add("closed");
        }
    }
}

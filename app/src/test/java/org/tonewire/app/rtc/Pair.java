package org.tonewire.app.rtc;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.rtc.rig.ToneProbe;
import org.tonewire.app.rtc.rig.Until;

/// A publisher and the listener that hears it.
record Pair(End<SendLink> publisher, LinkEvents sent, End<ReceiveLink> listener, LinkEvents heard) {

    /// Offers and waits until the answer has been taken.
    void offer(OfferKind kind, SendTrack... tracks) {
        int answers = heard.descriptions.size();
        startOffer(kind, tracks);
        Until.holds(() -> heard.descriptions.size() > answers, this::toString);
        publisher.rig().run(() -> {});
    }

    void startOffer(OfferKind kind, SendTrack... tracks) {
        publisher.rig().run(() -> publisher.link().offer(List.of(tracks), kind));
    }

    void deliverOffer(String sdp) {
        listener.rig().session.execute(() -> listener.link().acceptOffer(sdp));
    }

    void deliverToListener(IceCandidate candidate) {
        listener.rig().session.execute(() -> listener.link().addCandidate(candidate));
    }

    boolean send(String text) {
        return publisher.rig().call(() -> publisher.link().sendControl(text));
    }

    void awaitConnected() {
        Until.holds(
                () ->
                        sent.states.contains(LinkState.CONNECTED)
                                && heard.states.contains(LinkState.CONNECTED),
                this::toString);
    }

    ToneProbe awaitEar(TrackId id) {
        Until.holds(() -> heard.ears.containsKey(id), this::toString);
        return Objects.requireNonNull(heard.ears.get(id));
    }

    LinkStats heardStats() {
        CompletableFuture<LinkStats> stats = new CompletableFuture<>();
        listener.rig().run(() -> listener.link().collectStats(stats::complete));
        return stats.join();
    }

    LinkStats sentStats() {
        CompletableFuture<LinkStats> stats = new CompletableFuture<>();
        publisher.rig().run(() -> publisher.link().collectStats(stats::complete));
        return stats.join();
    }

    void close() {
        publisher.rig().run(publisher.link()::close);
        listener.rig().run(listener.link()::close);
    }

    @Override
    public String toString() {
        return "sender: " + sent + "; listener: " + heard;
    }
}

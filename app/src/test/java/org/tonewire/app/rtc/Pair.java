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

/// The two ends of one link.
record Pair(End<SendLink> sender, LinkEvents sent, End<ReceiveLink> listener, LinkEvents received) {

    /// Makes an offer and waits until its answer is applied.
    void offer(OfferKind kind, SendTrack... tracks) {
        int answers = received.descriptions.size();
        startOffer(kind, tracks);
        Until.holds(() -> received.descriptions.size() > answers, this::toString);
        sender.rig().run(() -> {});
    }

    void startOffer(OfferKind kind, SendTrack... tracks) {
        sender.rig().run(() -> sender.link().offer(List.of(tracks), kind));
    }

    void deliverOffer(String sdp) {
        listener.rig().session.execute(() -> listener.link().acceptOffer(sdp));
    }

    void deliverToReceiver(IceCandidate candidate) {
        listener.rig().session.execute(() -> listener.link().addCandidate(candidate));
    }

    boolean send(String text) {
        return sender.rig().call(() -> sender.link().sendControl(text));
    }

    void awaitConnected() {
        Until.holds(
                () ->
                        sent.states.contains(LinkState.CONNECTED)
                                && received.states.contains(LinkState.CONNECTED),
                this::toString);
    }

    ToneProbe awaitProbe(TrackId id) {
        Until.holds(() -> received.probes.containsKey(id), this::toString);
        return Objects.requireNonNull(received.probes.get(id));
    }

    LinkStats receiveStats() {
        CompletableFuture<LinkStats> stats = new CompletableFuture<>();
        listener.rig().run(() -> listener.link().collectStats(stats::complete));
        return stats.join();
    }

    LinkStats sendStats() {
        CompletableFuture<LinkStats> stats = new CompletableFuture<>();
        sender.rig().run(() -> sender.link().collectStats(stats::complete));
        return stats.join();
    }

    void close() {
        sender.rig().run(sender.link()::close);
        listener.rig().run(listener.link()::close);
    }

    @Override
    public String toString() {
        return "sender: " + sent + "; listener: " + received;
    }
}

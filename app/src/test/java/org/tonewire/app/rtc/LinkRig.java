package org.tonewire.app.rtc;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ListenerLink;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.PublishedTrack;
import org.tonewire.app.core.link.PublisherLink;
import org.tonewire.app.core.link.TrackId;

/// Links with a session thread of their own, and pairs of them joined in memory.
final class LinkRig implements AutoCloseable {
    private final ExecutorService session =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("session").daemon().factory());
    private final List<TonePusher> tones = new CopyOnWriteArrayList<>();
    final WebRtcPeerLinks links = new WebRtcPeerLinks(session, () -> false);

    /// A publisher and the listener that hears it.
    record Pair(
            LinkRig rig,
            PublisherLink publisher,
            LinkEvents sent,
            ListenerLink listener,
            LinkEvents heard) {
        void offer(OfferKind kind, PublishedTrack... tracks) {
            int answers = heard.descriptions.size();
            rig.run(() -> publisher.offer(List.of(tracks), kind));
            Until.holds(() -> heard.descriptions.size() > answers, this::toString);
        }

        void awaitConnected() {
            Until.holds(
                    () ->
                            sent.states.contains(LinkState.CONNECTED)
                                    && heard.states.contains(LinkState.CONNECTED),
                    this::toString);
        }

        Ear awaitEar(TrackId id) {
            Until.holds(() -> heard.ears.containsKey(id), this::toString);
            return Objects.requireNonNull(heard.ears.get(id));
        }

        LinkStats heardStats() {
            CompletableFuture<LinkStats> stats = new CompletableFuture<>();
            rig.run(() -> listener.collectStats(stats::complete));
            return await(stats);
        }

        LinkStats sentStats() {
            CompletableFuture<LinkStats> stats = new CompletableFuture<>();
            rig.run(() -> publisher.collectStats(stats::complete));
            return await(stats);
        }

        @Override
        public String toString() {
            return "sender: " + sent + "; listener: " + heard;
        }
    }

    Pair pair() {
        return pair(IceSettings.NONE);
    }

    /// Offers and candidates of the publisher reach the listener, and back, by the session thread.
    Pair pair(IceSettings settings) {
        LinkEvents sent = new LinkEvents();
        LinkEvents heard = new LinkEvents();
        PublisherLink publisher = call(() -> links.publish(settings, sent));
        ListenerLink listener = call(() -> links.listen(settings, heard, heard));
        sent.descriptionRoute = sdp -> session.execute(() -> listener.acceptOffer(sdp));
        sent.candidateRoute = candidate -> session.execute(() -> listener.addCandidate(candidate));
        heard.descriptionRoute = sdp -> session.execute(() -> publisher.acceptAnswer(sdp));
        heard.candidateRoute =
                candidate -> session.execute(() -> publisher.addCandidate(candidate));
        return new Pair(this, publisher, sent, listener, heard);
    }

    /// Opens a feed and pushes a tone into it until the rig closes.
    TonePusher tone(TrackId id, double leftHz, double rightHz) {
        TonePusher tone = new TonePusher(call(() -> links.openFeed(id)), leftHz, rightHz, 0.25);
        tones.add(tone);
        return tone;
    }

    void run(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    <T> T call(Callable<T> task) {
        try {
            return session.submit(task).get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tones.forEach(TonePusher::stop);
        run(links::close);
        session.shutdown();
    }

    private static LinkStats await(CompletableFuture<LinkStats> stats) {
        try {
            return stats.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}

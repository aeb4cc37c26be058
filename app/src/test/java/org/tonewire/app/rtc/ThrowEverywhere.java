package org.tonewire.app.rtc;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.link.TrackFeed;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.source.Profile;
import org.tonewire.app.rtc.rig.TonePusher;
import org.tonewire.app.rtc.rig.Until;

/// Throws in every native callback: listeners, sinks and receivers throw, and so does each
/// hand-over to the session thread, on the native thread, after the task was queued.
final class ThrowEverywhere {
    private static final TrackId ID = new TrackId("music");

    private final ExecutorService session =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("session").daemon().factory());
    private final WebRtcPeerLinks links =
            new WebRtcPeerLinks(this::handOver, Runnable::run, () -> false);

    public static void main(String[] arguments) throws Exception {
        ThrowEverywhere test = new ThrowEverywhere();
        test.listenersThrow();
        test.session.submit(test.links::close).get();
        System.err.println("survived " + test.links.health().callbackFailures());
    }

    private void handOver(Runnable task) {
        session.execute(task);
        if (!Thread.currentThread().getName().equals("session")) {
            throw new RejectedExecutionException("queued, and thrown all the same");
        }
    }

    private void listenersThrow() throws Exception {
        CompletableFuture<ReceiveLink> listener = new CompletableFuture<>();
        CompletableFuture<SendLink> sender = new CompletableFuture<>();
        Thrower sending =
                new Thrower(
                        sdp -> listener.join().acceptOffer(sdp),
                        candidate -> listener.join().addCandidate(candidate));
        Thrower receiving =
                new Thrower(
                        sdp -> sender.join().acceptAnswer(sdp),
                        candidate -> sender.join().addCandidate(candidate));
        TrackFeed feed = session.submit(() -> links.openFeed(ID)).get();
        TonePusher tone = new TonePusher(feed, 1_000, 3_000, 0.25);
        session.submit(
                        () -> {
                            sender.complete(links.openSendLink(IceSettings.NONE, sending));
                            listener.complete(
                                    links.openReceiveLink(IceSettings.NONE, receiving, receiving));
                            offer(sender.join());
                        })
                .get();
        Until.holds(
                () -> links.health().callbackFailures() > 300,
                () -> "" + links.health().callbackFailures());
        session.submit(
                        () -> {
                            sender.join().sendControl("text");
                            sender.join()
                                    .collectStats(stats -> {
                                        throw new AssertionError("stats");
                                    });
                            sender.join().offer(List.of(), OfferKind.TRACKS);
                            sender.join().acceptAnswer("v=0");
                        })
                .get();
        long failures = links.health().callbackFailures();
        Until.holds(() -> links.health().callbackFailures() > failures + 3, () -> "" + failures);
        tone.stop();
    }

    private static void offer(SendLink sender) {
        sender.offer(List.of(new SendTrack(ID, Profile.MUSIC)), OfferKind.TRACKS);
    }

    private record Thrower(Consumer<String> descriptions, Consumer<IceCandidate> candidates)
            implements LinkListener, TrackListener {
        @Override
        public void described(String sdp) {
            descriptions.accept(sdp);
            throw new StackOverflowError("described");
        }

        @Override
        public void candidateFound(IceCandidate candidate) {
            candidates.accept(candidate);
            throw new IllegalStateException("candidate");
        }

        @Override
        public void stateChanged(LinkState state) {
            throw new AssertionError("state");
        }

        @Override
        public void controlReceived(String text) {
            throw new OutOfMemoryError("text");
        }

        @Override
        public void controlOpened() {
            throw new IllegalStateException("opened");
        }

        @Override
        public void warned(Problem problem) {
            throw new IllegalStateException("warned");
        }

        @Override
        public void exchangeFailed(ExchangeStage stage) {
            throw new IllegalStateException("failed");
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            track.start((frame, _) -> {
                throw new AssertionError("frame");
            });
            throw new IllegalStateException("added");
        }

        @Override
        public void trackRemoved(TrackId id) {
            throw new IllegalStateException("removed");
        }
    }
}

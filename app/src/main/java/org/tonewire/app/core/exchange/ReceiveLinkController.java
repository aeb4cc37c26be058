package org.tonewire.app.core.exchange;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.DtlsFingerprints;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// The link from one participant: checks the seal of each offer, answers, and asks the publisher
/// for a restart when the path is gone. Session thread only.
public final class ReceiveLinkController {
    private static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(8);

    private final LinkContext context;
    private final ParticipantId from;
    private final LinkObserver observer;
    private LinkState state = LinkState.CONNECTING;
    private List<String> fingerprints = List.of();
    private final FoundCandidates found = new FoundCandidates();
    private @Nullable ReceiveLink link;
    private PeerMessage.@Nullable Offer taken;
    private PeerMessage.@Nullable Answer answer;
    private int epoch;
    private int states;

    public ReceiveLinkController(LinkContext context, ParticipantId from, LinkObserver observer) {
        this.context = context;
        this.from = from;
        this.observer = observer;
    }

    /// The same offer comes again when its answer was late or lost: it is answered as before.
    public void offered(PeerMessage.Offer offer) {
        if (link != null && offer.equals(taken)) {
            repeatAnswer();
            return;
        }
        var identity = context.identity();
        SealContext seal = identity.received(SealContext.Kind.OFFER, from);
        if (!identity.key().fits(seal, offer.sdp(), offer.seal())) {
            context.tell(from, new PeerMessage.Refuse(Reason.SEAL_MISMATCH.wireName()));
            observer.problem(Problem.of(Reason.SEAL_MISMATCH));
            return;
        }
        List<String> offered = DtlsFingerprints.of(offer.sdp());
        ReceiveLink current = link;
        if (current == null || !offered.equals(fingerprints)) {
            current = renew(offered);
        }
        taken = offer;
        answer = null;
        current.acceptOffer(offer.sdp());
    }

    /// The signaling server is back after a loss: what was sent before may be lost.
    public void rejoined() {
        if (state != LinkState.CONNECTED) {
            repeatAnswer();
        }
        if (isBroken()) {
            askRestart();
        }
    }

    public void candidate(PeerMessage.Candidate candidate) {
        if (link != null) {
            link.addCandidate(Candidates.read(candidate));
        }
    }

    /// The figures come on the session thread.
    public void collectStats(Consumer<LinkStats> receiver) {
        if (link != null) {
            link.collectStats(stats -> context.loop().post(() -> receiver.accept(stats)));
        }
    }

    public void close() {
        epoch++;
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /// The publisher began anew with another connection, or it is the first.
    private ReceiveLink renew(List<String> offered) {
        close();
        fingerprints = offered;
        found.clear();
        observer.incomingBegins();
        stateChanged(LinkState.CONNECTING);
        Listener listener = new Listener(epoch);
        ReceiveLink fresh = context.links().listen(context.ice().get(), listener, listener);
        link = fresh;
        return fresh;
    }

    private void stateChanged(LinkState next) {
        if (state != next) {
            state = next;
            observer.linkChanged(true, next);
        }
        states++;
        if (next == LinkState.FAILED) {
            askRestart();
        }
        if (isBroken()) {
            askRestartAfter(next == LinkState.FAILED ? ASK_AGAIN : DISCONNECTED_TIMEOUT);
        }
    }

    /// Again and again until the state is another: a question may be lost.
    private void askRestartAfter(Duration delay) {
        int thisState = states;
        int thisEpoch = epoch;
        context.loop()
                .after(
                        delay,
                        () -> {
                            if (thisEpoch == epoch && thisState == states) {
                                askRestart();
                                askRestartAfter(ASK_AGAIN);
                            }
                        });
    }

    private boolean isBroken() {
        return state == LinkState.DISCONNECTED || state == LinkState.FAILED;
    }

    private void askRestart() {
        if (context.inRoom()) {
            context.tell(from, new PeerMessage.Restart());
        }
    }

    private void repeatAnswer() {
        if (answer != null) {
            context.tell(from, answer);
            found.forEach(this::tell);
        }
    }

    private void tell(IceCandidate candidate) {
        context.tell(from, Candidates.message(from, candidate));
    }

    /// Brings what a link tells to the session thread, and only while it is this link's word.
    private final class Listener implements LinkListener, TrackListener {
        private final int born;

        Listener(int born) {
            this.born = born;
        }

        @Override
        public void described(String sdp) {
            post(() -> {
                var identity = context.identity();
                SealContext seal = identity.sent(SealContext.Kind.ANSWER, from);
                PeerMessage.Answer made =
                        new PeerMessage.Answer(sdp, identity.key().seal(seal, sdp));
                answer = made;
                context.tell(from, made);
            });
        }

        @Override
        public void candidateFound(IceCandidate candidate) {
            post(() -> {
                found.add(candidate);
                tell(candidate);
            });
        }

        @Override
        public void stateChanged(LinkState next) {
            post(() -> ReceiveLinkController.this.stateChanged(next));
        }

        @Override
        public void controlReceived(String text) {
            post(() -> context.wire().control().decode(text).ifPresent(observer::controlReceived));
        }

        @Override
        public void controlOpened() {
            // Only what comes on it matters here.
        }

        @Override
        public void failed(Problem problem) {
            post(() -> {
                taken = null;
                observer.problem(problem);
            });
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            post(() -> observer.trackAdded(track));
        }

        @Override
        public void trackRemoved(TrackId id) {
            post(() -> observer.trackRemoved(id));
        }

        private void post(Runnable task) {
            context.loop()
                    .post(() -> {
                        if (born == epoch) {
                            task.run();
                        }
                    });
        }
    }
}

package org.tonewire.app.core.exchange;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ListenerLink;
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
public final class IncomingLink {
    private static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(4);

    private final LinkContext context;
    private final ParticipantId from;
    private final LinkObserver observer;
    private LinkState state = LinkState.CONNECTING;
    private List<String> fingerprints = List.of();
    private @Nullable ListenerLink link;
    private int epoch;

    public IncomingLink(LinkContext context, ParticipantId from, LinkObserver observer) {
        this.context = context;
        this.from = from;
        this.observer = observer;
    }

    public void offered(PeerMessage.Offer offer) {
        var identity = context.identity();
        SealContext seal = identity.received(SealContext.Kind.OFFER, from);
        if (!identity.key().fits(seal, offer.sdp(), offer.seal())) {
            context.tell(from, new PeerMessage.Refuse(Reason.SEAL_MISMATCH.wireName()));
            observer.problem(Problem.of(Reason.SEAL_MISMATCH));
            return;
        }
        List<String> offered = DtlsFingerprints.of(offer.sdp());
        ListenerLink current = link;
        if (current == null || !offered.equals(fingerprints)) {
            current = renew(offered);
        }
        current.acceptOffer(offer.sdp());
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
    private ListenerLink renew(List<String> offered) {
        close();
        fingerprints = offered;
        observer.incomingBegins();
        stateChanged(LinkState.CONNECTING);
        Listener listener = new Listener(epoch);
        ListenerLink fresh = context.links().listen(context.ice().get(), listener, listener);
        link = fresh;
        return fresh;
    }

    private void stateChanged(LinkState next) {
        if (state != next) {
            state = next;
            observer.linkChanged(true, next);
        }
        if (next == LinkState.FAILED) {
            askRestart();
        } else if (next == LinkState.DISCONNECTED) {
            int thisEpoch = epoch;
            context.loop()
                    .after(
                            DISCONNECTED_TIMEOUT,
                            () -> {
                                if (thisEpoch == epoch && state == LinkState.DISCONNECTED) {
                                    askRestart();
                                }
                            });
        }
    }

    private void askRestart() {
        context.tell(from, new PeerMessage.Restart());
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
                context.tell(from, new PeerMessage.Answer(sdp, identity.key().seal(seal, sdp)));
            });
        }

        @Override
        public void candidateFound(IceCandidate found) {
            post(() -> context.tell(from, Candidates.message(from, found)));
        }

        @Override
        public void stateChanged(LinkState next) {
            post(() -> IncomingLink.this.stateChanged(next));
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
            post(() -> observer.problem(problem));
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

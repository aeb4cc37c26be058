package org.tonewire.app.core.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.ReceiveLink;
import org.tonewire.app.core.link.RemoteTrack;
import org.tonewire.app.core.link.TrackId;
import org.tonewire.app.core.link.TrackListener;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.DtlsFingerprints;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// The link from one participant: checks the seal of each offer, answers, and asks the sending end
/// for a restart when the path is gone. Session thread only.
public final class ReceiveLinkController {
    private static final Logger log = LoggerFactory.getLogger(ReceiveLinkController.class);
    private static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(8);
    private static final int MAX_EARLY_CANDIDATES = 64;

    private final LinkContext context;
    private final ParticipantId from;
    private final LinkObserver observer;
    private LinkState state = LinkState.CONNECTING;
    private List<String> fingerprints = List.of();
    private final FoundCandidates found = new FoundCandidates();
    private @Nullable ReceiveLink link;
    private PeerMessage.@Nullable Offer taken;
    private PeerMessage.@Nullable Answer answer;
    private SessionLoop.@Nullable Timer asking;

    /// While the link is being opened: the candidates for it.
    private final List<PeerMessage.Candidate> early = new ArrayList<>();

    /// Grows whenever the link changes: settings read for an earlier one are ignored.
    private int newest;

    private boolean opening;

    ReceiveLinkController(LinkContext context, ParticipantId from, LinkObserver observer) {
        this.context = context;
        this.from = from;
        this.observer = observer;
    }

    /// An offer arrives again when its answer was late or lost: it gets the same answer.
    void offered(PeerMessage.Offer offer) {
        if ((link != null || opening) && offer.equals(taken)) {
            repeatAnswer();
            return;
        }
        var identity = context.identity();
        SealContext seal = identity.received(SealContext.Kind.OFFER, from);
        if (!identity.key().sealMatches(seal, offer.sdp(), offer.seal())) {
            context.send(from, new PeerMessage.Refuse(Reason.SEAL_MISMATCH.wireName()));
            observer.problem(Direction.RECEIVE, Problem.of(Reason.SEAL_MISMATCH));
            return;
        }
        List<String> offered = DtlsFingerprints.of(offer.sdp());
        boolean renewed = (link == null && !opening) || !offered.equals(fingerprints);
        taken = offer;
        answer = null;
        if (renewed) {
            renew(offered);
        } else if (link != null) {
            link.acceptOffer(offer.sdp());
        }
    }

    /// The signaling server is back after a loss: what was sent before may be lost.
    void serverBack() {
        if (state != LinkState.CONNECTED) {
            repeatAnswer();
        }
        if (isBroken()) {
            askRestart();
        }
    }

    void candidate(PeerMessage.Candidate candidate) {
        if (link != null) {
            link.addCandidate(Candidates.read(candidate));
        } else if (opening && early.size() < MAX_EARLY_CANDIDATES) {
            early.add(candidate);
        }
    }

    /// The receiver gets the statistics later, on the session thread.
    public void collectStats(Consumer<LinkStats> receiver) {
        if (link != null) {
            link.collectStats(receiver);
        }
    }

    void close() {
        newest++;
        opening = false;
        early.clear();
        stopAsking();
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /// The sending end has a new connection, whose newest offer is taken when the link is open.
    private void renew(List<String> offered) {
        close();
        fingerprints = offered;
        found.clear();
        observer.receiveLinkReplaced();
        stateChanged(LinkState.CONNECTING);
        opening = true;
        int mine = newest;
        context.ice().read(settings -> open(mine, settings));
    }

    private void open(int mine, IceSettings settings) {
        PeerMessage.Offer offer = taken;
        if (mine != newest || offer == null) {
            return;
        }
        opening = false;
        Events events = new Events();
        ReceiveLink fresh = context.links().openReceiveLink(settings, events, events);
        link = fresh;
        fresh.acceptOffer(offer.sdp());
        early.forEach(candidate -> fresh.addCandidate(Candidates.read(candidate)));
        early.clear();
    }

    private void stateChanged(LinkState next) {
        if (state != next) {
            state = next;
            observer.linkChanged(Direction.RECEIVE, next);
        }
        stopAsking();
        if (next == LinkState.FAILED) {
            askRestart();
        }
        if (isBroken()) {
            askRestartAfter(next == LinkState.FAILED ? ASK_AGAIN : DISCONNECTED_TIMEOUT);
        }
    }

    /// Repeats the request until the state changes, as a request may be lost.
    private void askRestartAfter(Duration delay) {
        asking =
                context.loop()
                        .after(
                                delay,
                                () -> {
                                    askRestart();
                                    askRestartAfter(ASK_AGAIN);
                                });
    }

    private void stopAsking() {
        if (asking != null) {
            asking.cancel();
            asking = null;
        }
    }

    private boolean isBroken() {
        return state == LinkState.DISCONNECTED || state == LinkState.FAILED;
    }

    private void askRestart() {
        if (context.inRoom()) {
            context.send(from, new PeerMessage.Restart());
        }
    }

    private void repeatAnswer() {
        if (answer != null) {
            context.send(from, answer);
            found.forEach(this::sendCandidate);
        }
    }

    private void sendCandidate(IceCandidate candidate) {
        context.send(from, Candidates.message(from, candidate));
    }

    /// Receives the link's events.
    private final class Events implements LinkListener, TrackListener {
        @Override
        public void described(String sdp) {
            var identity = context.identity();
            SealContext seal = identity.sent(SealContext.Kind.ANSWER, from);
            PeerMessage.Answer made = new PeerMessage.Answer(sdp, identity.key().seal(seal, sdp));
            answer = made;
            context.send(from, made);
        }

        @Override
        public void candidateFound(IceCandidate candidate) {
            found.add(candidate);
            sendCandidate(candidate);
        }

        @Override
        public void stateChanged(LinkState next) {
            ReceiveLinkController.this.stateChanged(next);
        }

        @Override
        public void controlReceived(String text) {
            context.wire().control().decode(text).ifPresent(observer::controlReceived);
        }

        @Override
        public void controlOpened() {
            // This end sends nothing on it.
        }

        @Override
        public void warned(Problem problem) {
            observer.problem(Direction.RECEIVE, problem);
        }

        /// The same offer is tried again when it is repeated.
        @Override
        public void exchangeFailed(ExchangeStage stage) {
            log.debug("exchange with {} failed: {}", from, stage);
            taken = null;
            if (stage == ExchangeStage.OPEN_LINK) {
                close();
            }
            observer.problem(Direction.RECEIVE, Problem.of(Reason.LINK_FAILED));
        }

        @Override
        public void trackAdded(RemoteTrack track) {
            observer.trackAdded(track);
        }

        @Override
        public void trackRemoved(TrackId id) {
            observer.trackRemoved(id);
        }
    }
}

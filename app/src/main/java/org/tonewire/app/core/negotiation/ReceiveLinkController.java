package org.tonewire.app.core.negotiation;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.control.ControlInbox;
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
import org.tonewire.app.core.loop.Backoff;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.loop.Throttle;
import org.tonewire.app.core.negotiation.SealedMail.Sealed;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.DtlsFingerprints;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The link from one participant: answers its offers, and asks the sending end for a restart when
/// the path is gone. What the participant or the server repeats has effects at most as often as the
/// periods below say. Session thread only.
public final class ReceiveLinkController {
    private static final Logger log = LoggerFactory.getLogger(ReceiveLinkController.class);

    // The shortest times between two effects of what is repeated.
    static final Backoff RENEW_PERIODS = Negotiation.REBUILD;
    static final Duration TAKE_PERIOD = Duration.ofMillis(250);
    static final Duration REPEAT_PERIOD = Duration.ofSeconds(1);
    static final Duration RETRY_PERIOD = Duration.ofSeconds(3);
    static final Duration REFUSE_PERIOD = Duration.ofSeconds(10);

    private final LinkContext context;
    private final IdentityKey from;
    private final LinkObserver observer;
    private final FoundCandidates found;
    private final ControlInbox control;
    private final RestartRequests restarts;
    private final Throttle renewals;
    private final Throttle offers;
    private final Throttle repeats;
    private final Throttle retries;
    private final Throttle refusals;
    private final CurrentLink<ReceiveLink> current;
    private LinkState state = LinkState.CONNECTING;

    /// The DTLS fingerprints of the sending end of the link.
    private List<String> fingerprints = List.of();

    /// The offer with the highest number, for this link or for the next one.
    private PeerMessage.@Nullable Offer newest;

    private long newestNumber;

    /// The offer that the link was given last, and its answer once that is made.
    private PeerMessage.@Nullable Offer taken;

    private @Nullable Sealed<PeerMessage.Answer> answer;

    /// Whether the link could not take the offer that it was given last.
    private boolean failed;

    /// Candidates for the newest offer before it is given to its link.
    private final Set<IceCandidate> early = new LinkedHashSet<>();

    /// Whether the newest offer waits to be given to this link, or to the one that replaces it.
    private boolean waiting;

    /// Whether the link is being opened, for the newest offer.
    private boolean opening;

    private @Nullable String altered;

    public ReceiveLinkController(LinkContext context, IdentityKey from, LinkObserver observer) {
        this.context = context;
        this.from = from;
        this.observer = observer;
        this.found = new FoundCandidates(context.mail(), from, LinkEnd.RECEIVER);
        this.current = new CurrentLink<>(context.ice());
        SessionLoop loop = context.loop();
        this.control =
                new ControlInbox(
                        loop,
                        context.control(),
                        observer::controlReceived,
                        () -> observer.problem(Direction.RECEIVE, Problem.of(Reason.TOO_MANY)));
        this.restarts = new RestartRequests(loop, context.mail(), from);
        this.renewals = new Throttle(loop, RENEW_PERIODS, this::renew);
        this.offers = new Throttle(loop, TAKE_PERIOD, this::giveNewest);
        this.repeats = new Throttle(loop, REPEAT_PERIOD, this::repeatAnswer);
        this.retries = new Throttle(loop, RETRY_PERIOD, this::take);
        this.refusals = new Throttle(loop, REFUSE_PERIOD, this::refuseAltered);
    }

    /// An offer arrives again when its answer was late or lost: it gets the same answer. An older
    /// one was repeated by the server, and changes nothing.
    ///
    /// @param number of its seal, which was checked
    public void offered(PeerMessage.Offer offer, long number) {
        if (offer.equals(newest)) {
            repeated();
        } else if (number <= newestNumber) {
            observer.problem(Direction.RECEIVE, Problem.of(Reason.MESSAGE_REPEATED));
        } else {
            newest = offer;
            newestNumber = number;
            take();
        }
    }

    /// Tells the sending end that an offer came in its name which it did not seal like this.
    public void refuse(PeerMessage.Offer offer) {
        altered = offer.sdp();
        refusals.request();
    }

    /// The signaling server is back after a loss: what was sent before may be lost.
    public void serverBack() {
        if (state != LinkState.CONNECTED) {
            repeats.request();
        }
        restarts.serverBack();
    }

    /// @param number of its seal; a candidate of an earlier offer has a lower one
    public void candidate(PeerMessage.Candidate candidate, long number) {
        if (newest == null || number <= newestNumber) {
            return;
        }
        IceCandidate read = Candidates.read(candidate);
        if (!waiting && !opening) {
            current.addCandidate(read);
        } else if (early.size() < CandidateLimit.MAX_OF_UFRAG) {
            early.add(read);
        }
    }

    /// The receiver gets the statistics later, on the session thread. Does nothing before the link
    /// has answered the last time.
    public void collectStats(Consumer<LinkStats> receiver) {
        current.collectStats(receiver);
    }

    public void close() {
        closeLink();
        newest = null;
        waiting = false;
        early.clear();
        renewals.cancel();
        refusals.cancel();
    }

    /// Gives the newest offer to the link. If the sending end has a new connection, another link
    /// takes its place first; until then the present one goes on.
    private void take() {
        PeerMessage.Offer offer = newest;
        if (offer == null) {
            return;
        }
        retries.cancel();
        List<String> offered = DtlsFingerprints.of(offer.sdp());
        boolean known = offered.equals(fingerprints);
        if (!opening || !known) {
            early.clear();
        }
        if (opening) {
            fingerprints = offered;
        } else {
            waiting = true;
            boolean goesOn = current.link() != null && known;
            (goesOn ? renewals : offers).cancel();
            (goesOn ? offers : renewals).request();
        }
    }

    private void giveNewest() {
        PeerMessage.Offer offer = newest;
        if (current.link() == null || offer == null) {
            return;
        }
        repeats.cancel();
        waiting = false;
        taken = offer;
        answer = null;
        failed = false;
        // The offer may be a restart.
        current.useLatest();
        current.accept(offer.sdp(), ReceiveLink::acceptOffer);
        early.forEach(current::addCandidate);
        early.clear();
    }

    /// The newest offer came again.
    private void repeated() {
        if (waiting || opening) {
            return;
        }
        if (failed || current.link() == null) {
            retries.request();
        } else {
            repeats.request();
        }
    }

    /// The sending end has a new connection, whose newest offer is taken when the link is current.
    private void renew() {
        PeerMessage.Offer offer = newest;
        if (offer == null) {
            return;
        }
        closeLink();
        waiting = false;
        fingerprints = DtlsFingerprints.of(offer.sdp());
        observer.receiveLinkReplaced();
        stateChanged(LinkState.CONNECTING);
        opening = true;
        current.open(this::openLink, this::giveNewest);
    }

    private void closeLink() {
        opening = false;
        failed = false;
        taken = null;
        answer = null;
        fingerprints = List.of();
        found.clear();
        control.clear();
        restarts.stop();
        offers.cancel();
        repeats.cancel();
        retries.cancel();
        current.close();
    }

    private ReceiveLink openLink(IceSettings settings) {
        opening = false;
        Events events = new Events();
        return context.links().openReceiveLink(settings, events, events);
    }

    private void stateChanged(LinkState next) {
        if (state != next) {
            state = next;
            observer.linkChanged(Direction.RECEIVE, next);
        }
        restarts.pathChanged(next);
    }

    private void refuseAltered() {
        if (altered != null) {
            SdpDigest refused = SdpDigest.of(altered);
            String why = Reason.SEAL_MISMATCH.wireName();
            altered = null;
            context.mail().send(from, new PeerMessage.Refuse(refused, why));
        }
    }

    private void repeatAnswer() {
        if (answer != null) {
            context.mail().send(from, answer);
            found.repeat(answer.number());
        }
    }

    /// Receives the link's events.
    private final class Events implements LinkListener, TrackListener {
        @Override
        public void described(String sdp) {
            PeerMessage.Offer offer = taken;
            if (offer == null) {
                return;
            }
            failed = false;
            Optional<SdpDigest> about = Optional.of(SdpDigest.of(offer.sdp()));
            var made = context.mail().seal(from, new PeerMessage.Answer(sdp, about));
            answer = made;
            context.mail().send(from, made);
        }

        @Override
        public void candidateFound(IceCandidate candidate) {
            found.add(candidate);
        }

        @Override
        public void stateChanged(LinkState next) {
            ReceiveLinkController.this.stateChanged(next);
        }

        @Override
        public void controlReceived(String text) {
            control.add(text);
        }

        @Override
        public void controlOpened() {
            // This end sends nothing on it.
        }

        @Override
        public void warned(Problem problem) {
            observer.problem(Direction.RECEIVE, problem);
        }

        /// The link goes on with what it had. The same offer is tried again when it is repeated.
        @Override
        public void exchangeFailed(ExchangeStage stage) {
            log.debug("exchange with {} failed: {}", from, stage);
            failed = true;
            if (stage == ExchangeStage.OPEN_LINK) {
                closeLink();
                if (waiting) {
                    take();
                }
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

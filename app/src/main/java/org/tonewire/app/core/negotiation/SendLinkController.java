package org.tonewire.app.core.negotiation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.Direction;
import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.IceSettings;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.loop.SessionLoop;
import org.tonewire.app.core.loop.Throttle;
import org.tonewire.app.core.negotiation.SealedMail.Sealed;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.trust.DtlsFingerprints;
import org.tonewire.signaling.protocol.LinkEnd;
import org.tonewire.signaling.protocol.PeerMessage;
import org.tonewire.signaling.protocol.SdpDigest;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// The link to one participant: performs the effects of its [Negotiation], and takes answers to its
/// last offer only. Session thread only.
public final class SendLinkController {
    private static final Logger log = LoggerFactory.getLogger(SendLinkController.class);

    // The shortest times between two effects of what is repeated.
    static final Duration REPEAT_PERIOD = Duration.ofSeconds(1);
    static final Duration RESTART_PERIOD = Duration.ofSeconds(3);

    /// How long after a request for a restart of a link that works another one counts.
    static final Duration INSISTS_AFTER = Duration.ofSeconds(5);

    static final Duration INSISTS_UNTIL = Duration.ofSeconds(30);

    private final LinkContext context;
    private final IdentityKey to;
    private final Supplier<List<SendTrack>> tracks;
    private final LinkObserver observer;
    private final Map<LinkTimer, SessionLoop.Timer> timers = new EnumMap<>(LinkTimer.class);
    private final FoundCandidates found;
    private final Throttle offerRepeats;
    private final Throttle candidateRepeats;
    private final Throttle restarts;
    private final CurrentLink<SendLink> current;
    private Negotiation negotiation = Negotiation.INITIAL;
    private @Nullable Sealed<PeerMessage.Offer> offer;
    private long takenNumber;
    private long restartNumber;

    /// When a restart was asked for while the link worked.
    private @Nullable Long doubtedNanos;

    /// The DTLS fingerprints of the end that answered.
    private List<String> receiver = List.of();

    /// What to offer as soon as the link is current.
    private @Nullable OfferKind toOffer;

    private boolean closed;

    public SendLinkController(
            LinkContext context,
            IdentityKey to,
            Supplier<List<SendTrack>> tracks,
            LinkObserver observer) {
        this.context = context;
        this.to = to;
        this.tracks = tracks;
        this.observer = observer;
        this.found = new FoundCandidates(context.mail(), to, LinkEnd.OWNER);
        this.current = new CurrentLink<>(context.ice());
        SessionLoop loop = context.loop();
        this.offerRepeats = new Throttle(loop, REPEAT_PERIOD, this::repeatOffer);
        this.candidateRepeats = new Throttle(loop, REPEAT_PERIOD, this::repeatCandidates);
        this.restarts =
                new Throttle(
                        loop, RESTART_PERIOD, () -> handle(new NegotiationEvent.RestartNeeded()));
        Negotiation.OPENING.forEach(this::perform);
    }

    public void tracksChanged() {
        handle(new NegotiationEvent.TracksChanged());
    }

    /// Whether the remote side has every track of the last offer.
    public boolean isSettled() {
        return negotiation.isSettled();
    }

    /// An answer to an earlier offer is late, and one that was taken already may arrive again, as
    /// its offer was repeated: both are ignored.
    ///
    /// @param number of its seal, which was checked
    public void answered(PeerMessage.Answer answer, long number) {
        if (number <= takenNumber || !isPresent(answer.offer())) {
            return;
        }
        List<String> answering = DtlsFingerprints.of(answer.sdp());
        if (!receiver.isEmpty() && !receiver.equals(answering)) {
            handle(new NegotiationEvent.ReceiverReplaced());
        } else if (negotiation.awaitsAnswer()) {
            takenNumber = number;
            receiver = answering;
            handle(new NegotiationEvent.Answered(answer.sdp()));
        }
    }

    /// Whether a message is about the last offer that was sent.
    public boolean isPresent(Optional<SdpDigest> about) {
        return offer != null && about.equals(Optional.of(SdpDigest.of(offer.message().sdp())));
    }

    /// @param number of its seal; a candidate of an earlier answer has a lower one
    public void candidate(PeerMessage.Candidate candidate, long number) {
        if (number > takenNumber) {
            current.addCandidate(Candidates.read(candidate));
        }
    }

    /// The remote side asks for a restart.
    ///
    /// @param number of its seal; a request that was repeated, or that came from before the last
    ///   answer, does not count
    public void restartAsked(long number) {
        if (number <= Math.max(restartNumber, takenNumber)) {
            return;
        }
        restartNumber = number;
        if (negotiation.path() != LinkState.CONNECTED || insists()) {
            doubtedNanos = null;
            restarts.request();
        }
    }

    /// A request for a restart of a link that works is late. But the remote side may see what this
    /// one does not: then it asks again.
    private boolean insists() {
        long now = context.loop().nanoTime();
        long since = doubtedNanos == null ? Long.MAX_VALUE : now - doubtedNanos;
        if (since > INSISTS_UNTIL.toNanos()) {
            doubtedNanos = now;
            return false;
        }
        return since >= INSISTS_AFTER.toNanos();
    }

    public void serverLost() {
        handle(new NegotiationEvent.ServerLost());
    }

    public void serverBack() {
        handle(new NegotiationEvent.ServerBack());
    }

    /// @return false when the channel is not open; the whole state is sent when it opens
    public boolean send(ControlMessage message) {
        SendLink link = current.link();
        return link != null && link.sendControl(context.control().encode(message));
    }

    /// The receiver gets the statistics later, on the session thread. Does nothing before the link
    /// has answered the last time.
    public void collectStats(Consumer<LinkStats> receiver) {
        current.collectStats(receiver);
    }

    public void close() {
        closed = true;
        timers.values().forEach(SessionLoop.Timer::cancel);
        timers.clear();
        closeLink();
    }

    private void handle(NegotiationEvent event) {
        if (closed) {
            return;
        }
        switch (negotiation.next(event)) {
            case Negotiation.Step(Negotiation next, List<NegotiationEffect> effects) -> {
                negotiation = next;
                effects.forEach(this::perform);
            }
            case Negotiation.Ignored(String why) ->
                    log.debug("ignored on the link to {}: {}, {}", to, event.getClass(), why);
        }
    }

    private void perform(NegotiationEffect effect) {
        switch (effect) {
            case NegotiationEffect.OpenLink() -> current.open(this::openLink, this::offer);
            case NegotiationEffect.CloseLink() -> closeLink();
            case NegotiationEffect.MakeOffer(var kind) -> makeOffer(kind);
            case NegotiationEffect.SendOffer(String sdp) -> sendOffer(sdp);
            case NegotiationEffect.RepeatOffer() -> offerRepeats.request();
            case NegotiationEffect.TakeAnswer(String sdp) ->
                    current.accept(sdp, SendLink::acceptAnswer);
            case NegotiationEffect.RepeatCandidates() -> candidateRepeats.request();
            case NegotiationEffect.StartTimer(var timer, var delay) -> start(timer, delay);
            case NegotiationEffect.StopTimer(var timer) -> stop(timer);
            case NegotiationEffect.ReportState(var state) ->
                    observer.linkChanged(Direction.SEND, state);
            case NegotiationEffect.ReportProblem(var problem) ->
                    observer.problem(Direction.SEND, problem);
            case NegotiationEffect.ReportSettled() -> observer.sendLinkSettled();
        }
    }

    private SendLink openLink(IceSettings settings) {
        return context.links().openSendLink(settings, new Events());
    }

    /// A restart needs room for the candidates of another path.
    private void makeOffer(OfferKind kind) {
        boolean spent = current.isNearlySpent() || found.isNearlySpent();
        if (kind == OfferKind.RESTART && spent && negotiation.path() != LinkState.CONNECTED) {
            handle(new NegotiationEvent.CandidatesSpent());
        } else {
            if (kind == OfferKind.RESTART) {
                current.useLatest();
            }
            toOffer = kind;
            offer();
        }
    }

    private void offer() {
        SendLink link = current.link();
        OfferKind kind = toOffer;
        if (link != null && kind != null) {
            toOffer = null;
            start(LinkTimer.OFFER_TIMEOUT, Negotiation.OFFER_TIMEOUT);
            link.offer(tracks.get(), kind);
        }
    }

    private void start(LinkTimer timer, Duration delay) {
        stop(timer);
        timers.put(timer, context.loop().after(delay, () -> due(timer)));
    }

    private void due(LinkTimer timer) {
        timers.remove(timer);
        handle(timer.due());
    }

    private void stop(LinkTimer timer) {
        SessionLoop.Timer running = timers.remove(timer);
        if (running != null) {
            running.cancel();
        }
    }

    private void sendOffer(String sdp) {
        stop(LinkTimer.OFFER_TIMEOUT);
        Sealed<PeerMessage.Offer> made = context.mail().seal(to, new PeerMessage.Offer(sdp));
        offer = made;
        context.mail().send(to, made);
    }

    private void repeatOffer() {
        if (offer != null && negotiation.awaitsAnswer()) {
            context.mail().send(to, offer);
        }
    }

    private void repeatCandidates() {
        if (offer != null) {
            found.repeat(offer.number());
        }
    }

    private void closeLink() {
        toOffer = null;
        offer = null;
        receiver = List.of();
        doubtedNanos = null;
        found.clear();
        offerRepeats.cancel();
        candidateRepeats.cancel();
        restarts.cancel();
        current.close();
    }

    /// Receives the link's events.
    private final class Events implements LinkListener {
        @Override
        public void described(String sdp) {
            handle(new NegotiationEvent.Described(sdp));
        }

        @Override
        public void candidateFound(IceCandidate candidate) {
            found.add(candidate);
        }

        @Override
        public void stateChanged(LinkState state) {
            handle(new NegotiationEvent.LinkChanged(state));
        }

        @Override
        public void controlReceived(String text) {
            // The remote side sends its messages on its own link.
        }

        @Override
        public void controlOpened() {
            observer.controlOpened();
        }

        @Override
        public void warned(Problem problem) {
            observer.problem(Direction.SEND, problem);
        }

        @Override
        public void exchangeFailed(ExchangeStage stage) {
            log.debug("exchange with {} failed: {}", to, stage);
            handle(new NegotiationEvent.ExchangeFailed(stage));
        }
    }
}

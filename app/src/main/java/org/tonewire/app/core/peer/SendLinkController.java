package org.tonewire.app.core.peer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// The link to one participant: performs the effects of its [Negotiation], seals offers and checks
/// the seals of answers. Session thread only.
public final class SendLinkController {
    private static final Logger log = LoggerFactory.getLogger(SendLinkController.class);

    private final LinkContext context;
    private final ParticipantId to;
    private final Supplier<List<SendTrack>> tracks;
    private final LinkObserver observer;
    private final Map<LinkTimer, SessionLoop.Timer> timers = new EnumMap<>(LinkTimer.class);
    private final FoundCandidates found = new FoundCandidates();
    private Negotiation negotiation = Negotiation.INITIAL;
    private @Nullable SendLink link;
    private PeerMessage.@Nullable Offer offer;
    private PeerMessage.@Nullable Answer taken;

    /// What to offer as soon as the link is open.
    private @Nullable OfferKind toOffer;

    /// Grows whenever the link changes: settings read for an earlier one are ignored.
    private int newest;

    private boolean closed;

    SendLinkController(
            LinkContext context,
            ParticipantId to,
            Supplier<List<SendTrack>> tracks,
            LinkObserver observer) {
        this.context = context;
        this.to = to;
        this.tracks = tracks;
        this.observer = observer;
        Negotiation.OPENING.forEach(this::perform);
    }

    void tracksChanged() {
        handle(new NegotiationEvent.TracksChanged());
    }

    /// Whether the remote side has every track of the last offer.
    boolean isSettled() {
        return negotiation.isSettled();
    }

    /// An answer that was taken already may arrive again, as its offer was repeated; it is ignored.
    void answered(PeerMessage.Answer answer) {
        if (answer.equals(taken)) {
            return;
        }
        var identity = context.identity();
        SealContext seal = identity.received(SealContext.Kind.ANSWER, to);
        if (identity.key().sealMatches(seal, answer.sdp(), answer.seal())) {
            taken = answer;
            handle(new NegotiationEvent.Answered(answer.sdp()));
        } else {
            observer.problem(Direction.SEND, Problem.of(Reason.SEAL_MISMATCH));
        }
    }

    void candidate(PeerMessage.Candidate candidate) {
        if (link != null) {
            link.addCandidate(Candidates.read(candidate));
        }
    }

    /// The remote side asks for a restart.
    void restartAsked() {
        handle(new NegotiationEvent.RestartNeeded());
    }

    void serverLost() {
        handle(new NegotiationEvent.ServerLost());
    }

    void serverBack() {
        handle(new NegotiationEvent.ServerBack());
    }

    /// @return false when the channel is not open; the whole state is sent when it opens
    boolean send(ControlMessage message) {
        return link != null && link.sendControl(context.wire().control().encode(message));
    }

    /// The receiver gets the statistics later, on the session thread.
    public void collectStats(Consumer<LinkStats> receiver) {
        if (link != null) {
            link.collectStats(receiver);
        }
    }

    void close() {
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
            case NegotiationEffect.OpenLink() -> {
                int mine = ++newest;
                context.ice().read(settings -> open(mine, settings));
            }
            case NegotiationEffect.CloseLink() -> closeLink();
            case NegotiationEffect.MakeOffer(var kind) -> {
                toOffer = kind;
                offer();
            }
            case NegotiationEffect.SendOffer(String sdp) -> sendOffer(sdp);
            case NegotiationEffect.RepeatOffer() -> {
                if (offer != null) {
                    context.send(to, offer);
                }
            }
            case NegotiationEffect.TakeAnswer(String sdp) -> {
                if (link != null) {
                    link.acceptAnswer(sdp);
                }
            }
            case NegotiationEffect.RepeatCandidates() -> found.forEach(this::sendCandidate);
            case NegotiationEffect.StartTimer(var timer, var delay) -> {
                stop(timer);
                timers.put(timer, context.loop().after(delay, () -> due(timer)));
            }
            case NegotiationEffect.StopTimer(var timer) -> stop(timer);
            case NegotiationEffect.ReportState(var state) ->
                    observer.linkChanged(Direction.SEND, state);
            case NegotiationEffect.ReportProblem(var problem) ->
                    observer.problem(Direction.SEND, problem);
            case NegotiationEffect.ReportSettled() -> observer.sendLinkSettled();
        }
    }

    private void open(int mine, IceSettings settings) {
        if (mine == newest) {
            link = context.links().openSendLink(settings, new Events());
            offer();
        }
    }

    private void offer() {
        SendLink open = link;
        OfferKind kind = toOffer;
        if (open != null && kind != null) {
            toOffer = null;
            open.offer(tracks.get(), kind);
        }
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
        var identity = context.identity();
        String seal = identity.key().seal(identity.sent(SealContext.Kind.OFFER, to), sdp);
        PeerMessage.Offer made = new PeerMessage.Offer(sdp, seal);
        offer = made;
        context.send(to, made);
    }

    private void sendCandidate(IceCandidate candidate) {
        context.send(to, Candidates.message(context.identity().self(), candidate));
    }

    private void closeLink() {
        newest++;
        toOffer = null;
        found.clear();
        if (link != null) {
            link.close();
            link = null;
        }
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
            sendCandidate(candidate);
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

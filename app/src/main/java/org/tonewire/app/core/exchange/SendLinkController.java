package org.tonewire.app.core.exchange;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.control.ControlMessage;
import org.tonewire.app.core.link.IceCandidate;
import org.tonewire.app.core.link.LinkListener;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.LinkStats;
import org.tonewire.app.core.link.SendLink;
import org.tonewire.app.core.link.SendTrack;
import org.tonewire.app.core.negotiation.Negotiation;
import org.tonewire.app.core.negotiation.NegotiationEffect;
import org.tonewire.app.core.negotiation.NegotiationEvent;
import org.tonewire.app.core.negotiation.NegotiationState;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.trust.SealContext;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.PeerMessage;

/// The link to one participant: performs what the [Negotiation] says, restarts what broke. Session
/// thread only.
public final class SendLinkController {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Backoff REBUILD =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// Slow enough that repeated offers do not fill what the server keeps for one who is away.
    private static final Backoff REPEAT = new Backoff(Duration.ofSeconds(3), Duration.ofSeconds(6));

    private final LinkContext context;
    private final ParticipantId to;
    private final Supplier<List<SendTrack>> tracks;
    private final LinkObserver observer;
    private NegotiationState negotiation = new NegotiationState.Idle();
    private LinkState state = LinkState.CONNECTING;
    private final FoundCandidates found = new FoundCandidates();
    private SendLink link;
    private PeerMessage.@Nullable Offer offer;
    private PeerMessage.@Nullable Answer taken;
    private boolean repeated;
    private long silentSinceNanos;
    private int epoch;
    private int offers;
    private int rebuilds;
    private boolean closed;
    private boolean wayKnown;

    public SendLinkController(
            LinkContext context,
            ParticipantId to,
            Supplier<List<SendTrack>> tracks,
            LinkObserver observer) {
        this.context = context;
        this.to = to;
        this.tracks = tracks;
        this.observer = observer;
        this.link = newLink();
    }

    public void tracksChanged() {
        happened(new NegotiationEvent.TracksChanged());
    }

    /// Whether the listener hears every track of the last offer.
    public boolean isSettled() {
        return state == LinkState.CONNECTED && negotiation instanceof NegotiationState.Stable;
    }

    /// An answer that was taken comes again when its offer was repeated for nothing.
    public void answered(PeerMessage.Answer answer) {
        if (answer.equals(taken)) {
            return;
        }
        var identity = context.identity();
        if (identity.key()
                .fits(
                        identity.received(SealContext.Kind.ANSWER, to),
                        answer.sdp(),
                        answer.seal())) {
            taken = answer;
            happened(new NegotiationEvent.Answered(answer.sdp()));
            if (repeated) {
                repeated = false;
                tellCandidates();
            }
        } else {
            observer.problem(Problem.of(Reason.SEAL_MISMATCH));
        }
    }

    public void candidate(PeerMessage.Candidate candidate) {
        link.addCandidate(Candidates.read(candidate));
    }

    /// The listener asks for a restart.
    public void restartAsked() {
        happened(new NegotiationEvent.RestartNeeded());
    }

    /// The signaling server is back after a loss: what was sent before may be lost.
    public void rejoined() {
        happened(new NegotiationEvent.AnswerLate());
        if (state != LinkState.CONNECTED) {
            tellCandidates();
        }
    }

    public boolean send(ControlMessage message) {
        return !closed && link.sendControl(context.wire().control().encode(message));
    }

    /// The figures come on the session thread.
    public void collectStats(Consumer<LinkStats> receiver) {
        link.collectStats(stats -> context.loop().post(() -> receiver.accept(stats)));
    }

    public void close() {
        closed = true;
        epoch++;
        link.close();
    }

    private void happened(NegotiationEvent event) {
        if (closed) {
            return;
        }
        Negotiation.Step step = Negotiation.next(negotiation, event);
        negotiation = step.state();
        step.effects().forEach(this::perform);
    }

    private void perform(NegotiationEffect effect) {
        switch (effect) {
            case NegotiationEffect.MakeOffer(var kind) -> link.offer(tracks.get(), kind);
            case NegotiationEffect.SendOffer(String sdp) -> sendOffer(sdp);
            case NegotiationEffect.RepeatOffer() -> repeatOffer();
            case NegotiationEffect.TakeAnswer(String sdp) -> link.acceptAnswer(sdp);
            case NegotiationEffect.Rebuild() -> rebuild();
        }
    }

    private void sendOffer(String sdp) {
        var identity = context.identity();
        String seal = identity.key().seal(identity.sent(SealContext.Kind.OFFER, to), sdp);
        PeerMessage.Offer made = new PeerMessage.Offer(sdp, seal);
        offer = made;
        repeated = false;
        silentSinceNanos = context.loop().nanoTime();
        context.tell(to, made);
        awaitAnswer(++offers, 0);
    }

    private void awaitAnswer(int thisOffer, int repeats) {
        later(
                REPEAT.delay(repeats),
                () -> {
                    if (thisOffer == offers
                            && negotiation instanceof NegotiationState.AwaitingAnswer) {
                        missAnswer();
                        awaitAnswer(thisOffer, repeats + 1);
                    }
                });
    }

    /// Without the signaling server nothing can be sent and nothing is known of the listener.
    private void missAnswer() {
        long now = context.loop().nanoTime();
        if (!context.inRoom()) {
            silentSinceNanos = now;
        } else if (now - silentSinceNanos >= ANSWER_TIMEOUT.toNanos()) {
            happened(new NegotiationEvent.AnswerTimedOut(state));
        } else {
            happened(new NegotiationEvent.AnswerLate());
        }
    }

    private void repeatOffer() {
        if (offer != null) {
            repeated = true;
            context.tell(to, offer);
        }
    }

    private void tellCandidates() {
        found.forEach(this::tell);
    }

    private void tell(IceCandidate candidate) {
        context.tell(to, Candidates.message(context.identity().self(), candidate));
    }

    private void rebuild() {
        epoch++;
        link.close();
        changeState(LinkState.FAILED);
        int thisEpoch = epoch;
        context.loop()
                .after(
                        REBUILD.delay(rebuilds++),
                        () -> {
                            if (thisEpoch == epoch && !closed) {
                                link = newLink();
                                changeState(LinkState.CONNECTING);
                                happened(new NegotiationEvent.Rebuilt());
                            }
                        });
    }

    private SendLink newLink() {
        epoch++;
        found.clear();
        later(
                CONNECT_TIMEOUT,
                () -> {
                    if (state == LinkState.CONNECTING) {
                        tellNoWay();
                        happened(new NegotiationEvent.Broken());
                    }
                });
        return context.links().publish(context.ice().get(), new Listener(epoch));
    }

    private void stateChanged(LinkState next) {
        changeState(next);
        if (next == LinkState.CONNECTED) {
            rebuilds = 0;
            wayKnown = true;
        } else if (next == LinkState.FAILED) {
            tellNoWay();
            happened(new NegotiationEvent.RestartNeeded());
        } else if (next == LinkState.DISCONNECTED) {
            later(
                    DISCONNECTED_TIMEOUT,
                    () -> {
                        if (state == LinkState.DISCONNECTED) {
                            happened(new NegotiationEvent.RestartNeeded());
                        }
                    });
        }
    }

    /// Once: it goes on trying.
    private void tellNoWay() {
        if (!wayKnown) {
            wayKnown = true;
            observer.problem(Problem.of(Reason.LINK_FAILED));
        }
    }

    private void changeState(LinkState next) {
        if (state != next) {
            silentSinceNanos = context.loop().nanoTime();
            state = next;
            observer.linkChanged(false, next);
        }
    }

    /// Does it later unless the link is another one by then.
    private void later(Duration delay, Runnable task) {
        int thisEpoch = epoch;
        context.loop()
                .after(
                        delay,
                        () -> {
                            if (thisEpoch == epoch) {
                                task.run();
                            }
                        });
    }

    /// Brings what a link tells to the session thread, and only while it is this link's word.
    private final class Listener implements LinkListener {
        private final int born;

        Listener(int born) {
            this.born = born;
        }

        @Override
        public void described(String sdp) {
            post(() -> happened(new NegotiationEvent.Described(sdp)));
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
            post(() -> SendLinkController.this.stateChanged(next));
        }

        @Override
        public void controlReceived(String text) {
            // Listeners answer on their own link; nothing is expected here.
        }

        @Override
        public void controlOpened() {
            post(observer::controlOpened);
        }

        @Override
        public void failed(Problem problem) {
            post(() -> {
                observer.problem(problem);
                happened(new NegotiationEvent.Broken());
            });
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

package org.tonewire.app.core.negotiation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.loop.Backoff;
import org.tonewire.app.core.negotiation.NegotiationEffect.CloseLink;
import org.tonewire.app.core.negotiation.NegotiationEffect.MakeOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.OpenLink;
import org.tonewire.app.core.negotiation.NegotiationEffect.RepeatCandidates;
import org.tonewire.app.core.negotiation.NegotiationEffect.RepeatOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.ReportProblem;
import org.tonewire.app.core.negotiation.NegotiationEffect.ReportSettled;
import org.tonewire.app.core.negotiation.NegotiationEffect.ReportState;
import org.tonewire.app.core.negotiation.NegotiationEffect.SendOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.StartTimer;
import org.tonewire.app.core.negotiation.NegotiationEffect.StopTimer;
import org.tonewire.app.core.negotiation.NegotiationEffect.TakeAnswer;
import org.tonewire.app.core.negotiation.NegotiationState.AwaitingAnswer;
import org.tonewire.app.core.negotiation.NegotiationState.Idle;
import org.tonewire.app.core.negotiation.NegotiationState.Offering;
import org.tonewire.app.core.negotiation.NegotiationState.PendingOffer;
import org.tonewire.app.core.negotiation.NegotiationState.Rebuilding;
import org.tonewire.app.core.negotiation.NegotiationState.Stable;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;

/// The rules of a send link, as a value: one offer at a time, changes that come meanwhile are
/// offered next, and a link without a path is rebuilt. [#next(NegotiationEvent)] is pure.
///
/// @param path of the link
/// @param inRoom whether the signaling server is connected, as far as is known
/// @param rebuilds since the last time the link was connected
/// @param failureReported whether a missing path is not reported: it was already, or there was a
///   path before
record Negotiation(
        NegotiationState state,
        LinkState path,
        boolean inRoom,
        int rebuilds,
        boolean failureReported) {
    static final Duration OFFER_TIMEOUT = Duration.ofSeconds(30);
    static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    static final Duration DISCONNECTED_TIMEOUT = Duration.ofSeconds(3);
    static final Backoff REBUILD = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

    /// Slow enough that repeated offers do not fill the server's queue for a participant that is
    /// away.
    static final Duration FIRST_REPEAT = Duration.ofSeconds(3);

    static final Duration NEXT_REPEATS = Duration.ofSeconds(6);

    /// A new link, made by the effects of [#OPENING].
    static final Negotiation INITIAL =
            new Negotiation(new Idle(), LinkState.CONNECTING, true, 0, false);

    static final List<NegotiationEffect> OPENING =
            List.of(new OpenLink(), new StartTimer(LinkTimer.CONNECT_TIMEOUT, CONNECT_TIMEOUT));

    /// What follows from an event.
    sealed interface Outcome {}

    /// @param effects in the order in which they are to be done
    record Step(Negotiation next, List<NegotiationEffect> effects) implements Outcome {
        Step {
            effects = List.copyOf(effects);
        }
    }

    /// The event is not allowed in this state.
    ///
    /// @param why for a log
    record Ignored(String why) implements Outcome {}

    /// Whether an offer is out: an answer to it is taken.
    boolean awaitsAnswer() {
        return state instanceof AwaitingAnswer;
    }

    /// Whether the receiving end has every track of the last offer.
    boolean isSettled() {
        return state instanceof Stable && path == LinkState.CONNECTED;
    }

    Outcome next(NegotiationEvent event) {
        return switch (event) {
            case NegotiationEvent.TracksChanged() -> wanted(PendingOffer.TRACKS);
            case NegotiationEvent.RestartNeeded() ->
                    restartHadNoEffect() ? linkWithoutPath() : wanted(PendingOffer.RESTART);
            case NegotiationEvent.Described(String sdp) -> described(sdp);
            case NegotiationEvent.Answered(String sdp) -> answered(sdp);
            case NegotiationEvent.LinkChanged(LinkState changed) -> linkChanged(changed);
            case NegotiationEvent.ExchangeFailed _ ->
                    state instanceof Rebuilding
                            ? ignored()
                            : rebuild(List.of(new ReportProblem(Problem.of(Reason.LINK_FAILED))));
            case NegotiationEvent.ReceiverReplaced() -> receiverReplaced();
            case NegotiationEvent.CandidatesSpent() ->
                    state instanceof Rebuilding || path == LinkState.CONNECTED
                            ? ignored()
                            : rebuild(List.of());
            case NegotiationEvent.ServerLost() -> serverLost();
            case NegotiationEvent.ServerBack() -> serverBack();
            case NegotiationEvent.AnswerLate() -> answerLate();
            case NegotiationEvent.AnswerTimedOut() -> answerTimedOut();
            case NegotiationEvent.ConnectTimedOut() ->
                    path == LinkState.CONNECTING || restartHadNoEffect()
                            ? linkWithoutPath()
                            : ignored();
            case NegotiationEvent.StayedDisconnected() ->
                    path == LinkState.DISCONNECTED ? wanted(PendingOffer.RESTART) : ignored();
            case NegotiationEvent.RebuildDue() -> rebuildDue();
        };
    }

    private Outcome wanted(PendingOffer offer) {
        return switch (state) {
            case Idle _, Stable _ ->
                    step(new Offering(PendingOffer.NOTHING), new MakeOffer(kindOf(offer)));
            case Offering(PendingOffer next) -> step(new Offering(next.and(offer)));
            case AwaitingAnswer(PendingOffer next, boolean repeated) ->
                    step(new AwaitingAnswer(next.and(offer), repeated));
            case Rebuilding _ -> new Ignored("the next link offers what there is by then");
        };
    }

    /// @param before effects that come first
    private Step restart(List<NegotiationEffect> before) {
        return switch (wanted(PendingOffer.RESTART)) {
            case Step(Negotiation next, List<NegotiationEffect> effects) -> {
                before.addAll(effects);
                yield new Step(next, before);
            }
            case Ignored _ -> new Step(this, before);
        };
    }

    private Outcome described(String sdp) {
        if (!(state instanceof Offering(PendingOffer next))) {
            return ignored();
        }
        List<NegotiationEffect> effects = new ArrayList<>();
        effects.add(new SendOffer(sdp));
        effects.addAll(inRoom ? awaitAnswer() : List.of());
        return new Step(with(new AwaitingAnswer(next, false)), effects);
    }

    private Outcome answered(String sdp) {
        if (!(state instanceof AwaitingAnswer(PendingOffer next, boolean repeated))) {
            return new Ignored("no offer is out");
        }
        List<NegotiationEffect> effects = new ArrayList<>(stopAwaiting());
        effects.add(new TakeAnswer(sdp));
        if (repeated) {
            effects.add(new RepeatCandidates());
        }
        if (next != PendingOffer.NOTHING) {
            effects.add(new MakeOffer(kindOf(next)));
            return new Step(with(new Offering(PendingOffer.NOTHING)), effects);
        }
        if (path == LinkState.CONNECTED) {
            effects.add(new ReportSettled());
        } else if (path == LinkState.FAILED) {
            effects.add(new StartTimer(LinkTimer.CONNECT_TIMEOUT, CONNECT_TIMEOUT));
        }
        return new Step(with(new Stable()), effects);
    }

    /// While a path carries sound, only an answer that is awaited says that the link cannot go on.
    private Outcome receiverReplaced() {
        boolean works = path == LinkState.CONNECTED && !awaitsAnswer();
        return works || state instanceof Rebuilding ? ignored() : rebuild(List.of());
    }

    /// A failed path is restarted at once, and tries again when the restart is answered. One that
    /// does not, as after an answer to an earlier offer, reports nothing further.
    private boolean restartHadNoEffect() {
        return path == LinkState.FAILED && state instanceof Stable;
    }

    private Step linkWithoutPath() {
        return withFailureReported().rebuild(pathMissing());
    }

    private Outcome linkChanged(LinkState changed) {
        if (changed == path || state instanceof Rebuilding) {
            return ignored();
        }
        List<NegotiationEffect> effects = new ArrayList<>();
        effects.add(new ReportState(changed));
        if (state instanceof AwaitingAnswer && inRoom) {
            effects.add(new StartTimer(LinkTimer.ANSWER_TIMEOUT, ANSWER_TIMEOUT));
        }
        Negotiation now = new Negotiation(state, changed, inRoom, rebuilds, failureReported);
        return switch (changed) {
            case CONNECTED -> now.connected(effects);
            case DISCONNECTED -> {
                effects.add(new StartTimer(LinkTimer.DISCONNECTED, DISCONNECTED_TIMEOUT));
                yield new Step(now, effects);
            }
            case FAILED -> {
                effects.addAll(pathMissing());
                yield now.withFailureReported().restart(effects);
            }
            case CONNECTING, CLOSED -> {
                effects.add(new StopTimer(LinkTimer.DISCONNECTED));
                yield new Step(now, effects);
            }
        };
    }

    private Step connected(List<NegotiationEffect> effects) {
        effects.add(new StopTimer(LinkTimer.CONNECT_TIMEOUT));
        effects.add(new StopTimer(LinkTimer.DISCONNECTED));
        if (state instanceof Stable) {
            effects.add(new ReportSettled());
        }
        return new Step(new Negotiation(state, path, inRoom, 0, true), effects);
    }

    private Outcome serverLost() {
        return new Step(
                new Negotiation(state, path, false, rebuilds, failureReported), stopAwaiting());
    }

    private Outcome serverBack() {
        List<NegotiationEffect> effects = new ArrayList<>();
        NegotiationState after = state;
        if (state instanceof AwaitingAnswer(PendingOffer next, _)) {
            after = new AwaitingAnswer(next, true);
            effects.add(new RepeatOffer());
            effects.addAll(awaitAnswer());
        }
        if (path != LinkState.CONNECTED && !(after instanceof AwaitingAnswer)) {
            effects.add(new RepeatCandidates());
        }
        return new Step(new Negotiation(after, path, true, rebuilds, failureReported), effects);
    }

    private Outcome answerLate() {
        return state instanceof AwaitingAnswer(PendingOffer next, _)
                ? step(
                        new AwaitingAnswer(next, true),
                        new RepeatOffer(),
                        new StartTimer(LinkTimer.ANSWER_LATE, NEXT_REPEATS))
                : ignored();
    }

    /// A missing answer does not close a link that carries sound.
    private Outcome answerTimedOut() {
        if (!(state instanceof AwaitingAnswer)) {
            return ignored();
        }
        return path == LinkState.CONNECTED
                ? step(state, new StartTimer(LinkTimer.ANSWER_TIMEOUT, ANSWER_TIMEOUT))
                : rebuild(List.of());
    }

    private Step rebuild(List<NegotiationEffect> first) {
        List<NegotiationEffect> effects = new ArrayList<>(first);
        for (LinkTimer timer : LinkTimer.values()) {
            effects.add(new StopTimer(timer));
        }
        effects.add(new CloseLink());
        if (path != LinkState.FAILED) {
            effects.add(new ReportState(LinkState.FAILED));
        }
        effects.add(new StartTimer(LinkTimer.REBUILD, REBUILD.delay(rebuilds)));
        return new Step(
                new Negotiation(
                        new Rebuilding(), LinkState.FAILED, inRoom, rebuilds + 1, failureReported),
                effects);
    }

    private Outcome rebuildDue() {
        if (!(state instanceof Rebuilding)) {
            return ignored();
        }
        return new Step(
                new Negotiation(
                        new Offering(PendingOffer.NOTHING),
                        LinkState.CONNECTING,
                        inRoom,
                        rebuilds,
                        failureReported),
                List.of(
                        new OpenLink(),
                        new StartTimer(LinkTimer.CONNECT_TIMEOUT, CONNECT_TIMEOUT),
                        new ReportState(LinkState.CONNECTING),
                        new MakeOffer(OfferKind.TRACKS)));
    }

    /// Reported once: the link is rebuilt without end.
    private List<NegotiationEffect> pathMissing() {
        return failureReported
                ? List.of()
                : List.of(new ReportProblem(Problem.of(Reason.PARTICIPANT_UNREACHABLE)));
    }

    private Negotiation withFailureReported() {
        return new Negotiation(state, path, inRoom, rebuilds, true);
    }

    private Negotiation with(NegotiationState next) {
        return new Negotiation(next, path, inRoom, rebuilds, failureReported);
    }

    private Step step(NegotiationState next, NegotiationEffect... effects) {
        return new Step(with(next), List.of(effects));
    }

    private Ignored ignored() {
        return new Ignored("not in state " + state + ", path " + path);
    }

    private static List<NegotiationEffect> awaitAnswer() {
        return List.of(
                new StartTimer(LinkTimer.ANSWER_LATE, FIRST_REPEAT),
                new StartTimer(LinkTimer.ANSWER_TIMEOUT, ANSWER_TIMEOUT));
    }

    private static List<NegotiationEffect> stopAwaiting() {
        return List.of(
                new StopTimer(LinkTimer.ANSWER_LATE), new StopTimer(LinkTimer.ANSWER_TIMEOUT));
    }

    private static OfferKind kindOf(PendingOffer offer) {
        return offer == PendingOffer.RESTART ? OfferKind.RESTART : OfferKind.TRACKS;
    }
}

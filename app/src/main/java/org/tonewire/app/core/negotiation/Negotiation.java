package org.tonewire.app.core.negotiation;

import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.negotiation.NegotiationEffect.MakeOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.Rebuild;
import org.tonewire.app.core.negotiation.NegotiationEffect.RepeatOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.SendOffer;
import org.tonewire.app.core.negotiation.NegotiationEffect.TakeAnswer;
import org.tonewire.app.core.negotiation.NegotiationEvent.AnswerLate;
import org.tonewire.app.core.negotiation.NegotiationEvent.AnswerTimedOut;
import org.tonewire.app.core.negotiation.NegotiationEvent.Answered;
import org.tonewire.app.core.negotiation.NegotiationEvent.Broken;
import org.tonewire.app.core.negotiation.NegotiationEvent.Described;
import org.tonewire.app.core.negotiation.NegotiationEvent.Rebuilt;
import org.tonewire.app.core.negotiation.NegotiationEvent.RestartNeeded;
import org.tonewire.app.core.negotiation.NegotiationEvent.TracksChanged;
import org.tonewire.app.core.negotiation.NegotiationState.AwaitingAnswer;
import org.tonewire.app.core.negotiation.NegotiationState.Idle;
import org.tonewire.app.core.negotiation.NegotiationState.Offering;
import org.tonewire.app.core.negotiation.NegotiationState.PendingOffer;
import org.tonewire.app.core.negotiation.NegotiationState.Rebuilding;
import org.tonewire.app.core.negotiation.NegotiationState.Stable;

/// The rules of a link's negotiation: one offer at a time, what changes meanwhile is offered next.
public final class Negotiation {
    /// @param effects in the order in which they are to be done
    public record Step(NegotiationState state, List<NegotiationEffect> effects) {
        public Step {
            effects = List.copyOf(effects);
        }
    }

    private Negotiation() {}

    public static Step next(NegotiationState state, NegotiationEvent event) {
        return switch (event) {
            case TracksChanged() -> wished(state, PendingOffer.TRACKS);
            case RestartNeeded() -> wished(state, PendingOffer.RESTART);
            case Described(String sdp) -> described(state, sdp);
            case Answered(String sdp) -> answered(state, sdp);
            case AnswerLate() -> late(state);
            case AnswerTimedOut(LinkState link) -> timedOut(state, link);
            case Broken() -> broken(state);
            case Rebuilt() -> rebuilt(state);
        };
    }

    private static Step wished(NegotiationState state, PendingOffer wish) {
        return switch (state) {
            case Idle() -> offer(OfferKind.TRACKS);
            case Stable() -> offer(kindOf(wish));
            case Offering(PendingOffer next) -> new Step(new Offering(next.and(wish)), List.of());
            case AwaitingAnswer(PendingOffer next) ->
                    new Step(new AwaitingAnswer(next.and(wish)), List.of());
            case Rebuilding() -> new Step(state, List.of());
        };
    }

    private static Step described(NegotiationState state, String sdp) {
        return switch (state) {
            case Offering(PendingOffer next) ->
                    new Step(new AwaitingAnswer(next), List.of(new SendOffer(sdp)));
            case Idle _, AwaitingAnswer _, Stable _, Rebuilding _ -> new Step(state, List.of());
        };
    }

    private static Step answered(NegotiationState state, String sdp) {
        return switch (state) {
            case AwaitingAnswer(PendingOffer next) -> {
                List<NegotiationEffect> effects = new ArrayList<>();
                effects.add(new TakeAnswer(sdp));
                if (next == PendingOffer.NOTHING) {
                    yield new Step(new Stable(), effects);
                }
                effects.add(new MakeOffer(kindOf(next)));
                yield new Step(new Offering(PendingOffer.NOTHING), effects);
            }
            case Idle _, Offering _, Stable _, Rebuilding _ -> new Step(state, List.of());
        };
    }

    private static Step late(NegotiationState state) {
        return switch (state) {
            case AwaitingAnswer _ -> new Step(state, List.of(new RepeatOffer()));
            case Idle _, Offering _, Stable _, Rebuilding _ -> new Step(state, List.of());
        };
    }

    /// A link that carries sound is not torn down for an answer that is missing.
    private static Step timedOut(NegotiationState state, LinkState link) {
        return switch (state) {
            case AwaitingAnswer _ -> link == LinkState.CONNECTED ? late(state) : broken(state);
            case Idle _, Offering _, Stable _, Rebuilding _ -> new Step(state, List.of());
        };
    }

    private static Step broken(NegotiationState state) {
        return switch (state) {
            case Rebuilding() -> new Step(state, List.of());
            case Idle _, Offering _, AwaitingAnswer _, Stable _ ->
                    new Step(new Rebuilding(), List.of(new Rebuild()));
        };
    }

    private static Step rebuilt(NegotiationState state) {
        return switch (state) {
            case Rebuilding() -> offer(OfferKind.TRACKS);
            case Idle _, Offering _, AwaitingAnswer _, Stable _ -> new Step(state, List.of());
        };
    }

    private static Step offer(OfferKind kind) {
        return new Step(new Offering(PendingOffer.NOTHING), List.of(new MakeOffer(kind)));
    }

    private static OfferKind kindOf(PendingOffer wish) {
        return wish == PendingOffer.RESTART ? OfferKind.RESTART : OfferKind.TRACKS;
    }
}

package org.tonewire.app.core.negotiation;

import java.time.Duration;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.app.core.link.OfferKind;
import org.tonewire.app.core.problem.Problem;

/// An action on a send link.
sealed interface NegotiationEffect {
    /// Makes a link that replaces the one before.
    record OpenLink() implements NegotiationEffect {}

    /// Closes the link and drops its candidates.
    record CloseLink() implements NegotiationEffect {}

    record MakeOffer(OfferKind kind) implements NegotiationEffect {}

    record SendOffer(String sdp) implements NegotiationEffect {}

    /// Sends the same offer again; a receiver that has it repeats its answer.
    record RepeatOffer() implements NegotiationEffect {}

    record TakeAnswer(String sdp) implements NegotiationEffect {}

    /// Sends this end's candidates again: they may be lost.
    record RepeatCandidates() implements NegotiationEffect {}

    record StartTimer(LinkTimer timer, Duration delay) implements NegotiationEffect {}

    record StopTimer(LinkTimer timer) implements NegotiationEffect {}

    record ReportState(LinkState state) implements NegotiationEffect {}

    record ReportProblem(Problem problem) implements NegotiationEffect {}

    /// The receiving end has every track of the last offer.
    record ReportSettled() implements NegotiationEffect {}
}

package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.link.OfferKind;

/// What is to be done about a link's negotiation.
public sealed interface NegotiationEffect {
    record MakeOffer(OfferKind kind) implements NegotiationEffect {}

    /// Sends the offer and waits for its answer.
    record SendOffer(String sdp) implements NegotiationEffect {}

    /// Sends the same offer again; a listener that has it repeats its answer.
    record RepeatOffer() implements NegotiationEffect {}

    record TakeAnswer(String sdp) implements NegotiationEffect {}

    /// Throws the link away and makes another one, not at once; [NegotiationEvent.Rebuilt] tells.
    record Rebuild() implements NegotiationEffect {}
}

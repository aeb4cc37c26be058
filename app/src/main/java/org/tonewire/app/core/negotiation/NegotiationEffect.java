package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.link.OfferKind;

/// What is to be done about a link's negotiation.
public sealed interface NegotiationEffect {
    record MakeOffer(OfferKind kind) implements NegotiationEffect {}

    /// Sends the offer and waits for its answer, for a while.
    record SendOffer(String sdp) implements NegotiationEffect {}

    record TakeAnswer(String sdp) implements NegotiationEffect {}

    /// Throws the link away and makes another one, not at once; [NegotiationEvent.Rebuilt] tells.
    record Rebuild() implements NegotiationEffect {}
}

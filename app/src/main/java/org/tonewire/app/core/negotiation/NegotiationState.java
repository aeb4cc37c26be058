package org.tonewire.app.core.negotiation;

/// Where the offer and answer of one link stand, seen from its publisher (RFC 3264; only the
/// publisher offers, so there is no glare).
public sealed interface NegotiationState {
    /// Nothing was offered yet.
    record Idle() implements NegotiationState {}

    /// An offer is being made.
    record Offering(PendingOffer next) implements NegotiationState {}

    /// An offer is with the listener.
    record AwaitingAnswer(PendingOffer next) implements NegotiationState {}

    record Stable() implements NegotiationState {}

    /// The link is gone and another one is not made yet; that one offers what there is by then.
    record Rebuilding() implements NegotiationState {}

    /// What to offer once the offer on its way is answered.
    enum PendingOffer {
        NOTHING,
        TRACKS,
        RESTART;

        PendingOffer and(PendingOffer other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}

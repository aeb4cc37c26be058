package org.tonewire.app.core.negotiation;

/// The state of offer and answer of one link, at its sending end (RFC 3264; only that end offers,
/// so there is no glare).
sealed interface NegotiationState {
    /// Nothing was offered yet.
    record Idle() implements NegotiationState {}

    /// An offer is being made.
    record Offering(PendingOffer next) implements NegotiationState {}

    /// An offer was sent.
    ///
    /// @param repeated whether it was sent more than once: candidates may be lost, too
    record AwaitingAnswer(PendingOffer next, boolean repeated) implements NegotiationState {}

    record Stable() implements NegotiationState {}

    /// The link is closed and the next one is not made yet. The next one offers the tracks there
    /// are by then.
    record Rebuilding() implements NegotiationState {}

    /// What to offer once the present offer is answered.
    enum PendingOffer {
        NOTHING,
        TRACKS,
        RESTART;

        PendingOffer and(PendingOffer other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }
}

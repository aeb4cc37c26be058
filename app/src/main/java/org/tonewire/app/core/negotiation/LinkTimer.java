package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.link.ExchangeStage;

/// The timers of a send link. Each fires once at most; starting it again replaces it.
enum LinkTimer {
    /// Until a link that makes no description is rebuilt.
    OFFER_TIMEOUT,
    /// Until the offer is sent again.
    ANSWER_LATE,
    /// Until a link without a path and without an answer is rebuilt.
    ANSWER_TIMEOUT,
    /// Until a new link that has not connected is rebuilt.
    CONNECT_TIMEOUT,
    /// Until a disconnected path counts as lost.
    DISCONNECTED,
    /// Until the next link is made.
    REBUILD;

    NegotiationEvent due() {
        return switch (this) {
            case OFFER_TIMEOUT -> new NegotiationEvent.ExchangeFailed(ExchangeStage.MAKE_OFFER);
            case ANSWER_LATE -> new NegotiationEvent.AnswerLate();
            case ANSWER_TIMEOUT -> new NegotiationEvent.AnswerTimedOut();
            case CONNECT_TIMEOUT -> new NegotiationEvent.ConnectTimedOut();
            case DISCONNECTED -> new NegotiationEvent.StayedDisconnected();
            case REBUILD -> new NegotiationEvent.RebuildDue();
        };
    }
}

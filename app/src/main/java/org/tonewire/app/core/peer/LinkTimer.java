package org.tonewire.app.core.peer;

/// The timers of a send link. Each runs once at most; starting it again replaces it.
public enum LinkTimer {
    /// Until the offer is sent again.
    ANSWER_LATE,
    /// Until a link without a path is given up for an answer that does not come.
    ANSWER_TIMEOUT,
    /// Until a new link that has not connected is given up.
    CONNECT_TIMEOUT,
    /// Until a path that is lost for the moment counts as lost.
    DISCONNECTED,
    /// Until the next link is made.
    REBUILD;

    NegotiationEvent due() {
        return switch (this) {
            case ANSWER_LATE -> new NegotiationEvent.AnswerLate();
            case ANSWER_TIMEOUT -> new NegotiationEvent.AnswerTimedOut();
            case CONNECT_TIMEOUT -> new NegotiationEvent.ConnectTimedOut();
            case DISCONNECTED -> new NegotiationEvent.StayedDisconnected();
            case REBUILD -> new NegotiationEvent.RebuildDue();
        };
    }
}

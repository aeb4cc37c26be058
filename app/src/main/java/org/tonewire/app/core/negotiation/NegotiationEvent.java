package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.link.ExchangeStage;
import org.tonewire.app.core.link.LinkState;

/// An event of a send link.
sealed interface NegotiationEvent {
    /// The tracks to offer are not those of the last offer, or the link is new.
    record TracksChanged() implements NegotiationEvent {}

    /// The receiving end asks for a restart.
    record RestartNeeded() implements NegotiationEvent {}

    /// The offer asked for is made.
    record Described(String sdp) implements NegotiationEvent {}

    /// An answer arrived, with a valid seal.
    record Answered(String sdp) implements NegotiationEvent {}

    /// The receiving end closed its side of the link and has another: this link cannot go on.
    record ReceiverReplaced() implements NegotiationEvent {}

    /// One end of this native link was given nearly all the candidates it may get, and has no path:
    /// another link is to look for one.
    record CandidatesSpent() implements NegotiationEvent {}

    record LinkChanged(LinkState state) implements NegotiationEvent {}

    record ExchangeFailed(ExchangeStage stage) implements NegotiationEvent {}

    /// The signaling server is not reachable: nothing can be sent, and nothing is known of the
    /// remote side.
    record ServerLost() implements NegotiationEvent {}

    /// The signaling server is back: what was sent before may be lost.
    record ServerBack() implements NegotiationEvent {}

    /// [LinkTimer#ANSWER_LATE] is due.
    record AnswerLate() implements NegotiationEvent {}

    /// [LinkTimer#ANSWER_TIMEOUT] is due.
    record AnswerTimedOut() implements NegotiationEvent {}

    /// [LinkTimer#CONNECT_TIMEOUT] is due.
    record ConnectTimedOut() implements NegotiationEvent {}

    /// [LinkTimer#DISCONNECTED] is due.
    record StayedDisconnected() implements NegotiationEvent {}

    /// [LinkTimer#REBUILD] is due.
    record RebuildDue() implements NegotiationEvent {}
}

package org.tonewire.app.core.negotiation;

import org.tonewire.app.core.link.LinkState;

/// What happens to a link's negotiation.
public sealed interface NegotiationEvent {
    /// The tracks to offer are others than before, or the link is new.
    record TracksChanged() implements NegotiationEvent {}

    /// The path is gone: this side saw it, or the listener asks.
    record RestartNeeded() implements NegotiationEvent {}

    /// The offer asked for is made.
    record Described(String sdp) implements NegotiationEvent {}

    record Answered(String sdp) implements NegotiationEvent {}

    /// The answer is late, or the signaling server is back: the offer may be lost.
    record AnswerLate() implements NegotiationEvent {}

    /// No answer came for so long that the listener may have lost its end of the link.
    ///
    /// @param link how the link stands meanwhile
    record AnswerTimedOut(LinkState link) implements NegotiationEvent {}

    /// A new link did not connect in time, or a description could not be made or taken.
    record Broken() implements NegotiationEvent {}

    /// Another link stands in the place of the broken one.
    record Rebuilt() implements NegotiationEvent {}
}

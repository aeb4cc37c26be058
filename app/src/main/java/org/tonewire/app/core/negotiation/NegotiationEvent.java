package org.tonewire.app.core.negotiation;

/// What happens to a link's negotiation.
public sealed interface NegotiationEvent {
    /// The tracks to offer are others than before, or the link is new.
    record TracksChanged() implements NegotiationEvent {}

    /// The path is gone: this side saw it, or the listener asks.
    record RestartNeeded() implements NegotiationEvent {}

    /// The offer asked for is made.
    record Described(String sdp) implements NegotiationEvent {}

    record Answered(String sdp) implements NegotiationEvent {}

    /// No answer came in time, or a description could not be made or taken.
    record Broken() implements NegotiationEvent {}

    /// Another link stands in the place of the broken one.
    record Rebuilt() implements NegotiationEvent {}
}

package org.tonewire.app.core.signaling;

import java.time.Duration;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.signaling.protocol.ServerMessage;

/// Events of the signaling channel.
public sealed interface SignalingEvent {
    /// In the room: for the first time, or again after a loss (`joined.resumed()` tells whether as
    /// the same participant; if not, everyone joins as new).
    record Joined(ServerMessage.Joined joined) implements SignalingEvent {}

    /// A message of the room: participants coming and going, offers, answers, candidates.
    record Received(ServerMessage message) implements SignalingEvent {}

    /// The connection was lost; another try is made by itself.
    ///
    /// @param retryIn until that try
    record Lost(Problem problem, Duration retryIn) implements SignalingEvent {}

    /// The channel ended for good and will not try again: refused, or unreachable before the first
    /// join.
    record Ended(Problem problem) implements SignalingEvent {}
}

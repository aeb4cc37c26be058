package org.tonewire.app.core.signaling;

import java.time.Duration;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.signaling.protocol.ServerMessage;

/// Events of the signaling channel.
public sealed interface SignalingEvent {
    /// In the room: for the first time, or again after a loss (`joined.resumption()` tells whether
    /// under the same address; after a restart of the server everyone has another).
    record Joined(ServerMessage.Joined joined) implements SignalingEvent {}

    /// The server takes a secret that was offered, and not the one before. [Joined] follows.
    ///
    /// @param request by the new secret
    record Renewed(JoinRequest request) implements SignalingEvent {}

    /// A message of the room: participants coming and going, offers, answers, candidates.
    record Received(ServerMessage message) implements SignalingEvent {}

    /// The connection was lost; another try is made by itself.
    ///
    /// @param retryIn until that try
    record Lost(Problem problem, Duration retryIn) implements SignalingEvent {}

    /// The server refuses this participant, who was in the room, or did not come back after it
    /// closed: probably for good. Another try is made by itself, later and later; links between the
    /// participants need no server.
    ///
    /// @param retryIn until that try
    record Hopeless(Problem problem, Duration retryIn) implements SignalingEvent {}

    /// The channel ended for good and will not try again: refused, or unreachable before the first
    /// join.
    record Ended(Problem problem) implements SignalingEvent {}
}

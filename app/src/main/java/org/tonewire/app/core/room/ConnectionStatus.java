package org.tonewire.app.core.room;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;

/// How the session stands with its room.
public sealed interface ConnectionStatus {
    record Connecting() implements ConnectionStatus {}

    record InRoom() implements ConnectionStatus {}

    /// The signaling server is out of reach; links that stand go on, and it is tried again.
    record Reconnecting(Problem problem, Duration retryIn) implements ConnectionStatus {}

    /// Over.
    ///
    /// @param problem why, unless one left by oneself
    record Ended(Optional<Problem> problem) implements ConnectionStatus {}
}

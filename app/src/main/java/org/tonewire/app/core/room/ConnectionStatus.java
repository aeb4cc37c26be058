package org.tonewire.app.core.room;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.trust.VerifyCode;

/// The session's connection to its room.
public sealed interface ConnectionStatus {
    record Connecting() implements ConnectionStatus {}

    /// @param code the words that this participant reads to others, who see them beside its name
    record InRoom(VerifyCode code) implements ConnectionStatus {}

    /// The signaling server is not reachable and is tried again; connected links go on.
    record Reconnecting(Problem problem, Duration retryIn) implements ConnectionStatus {}

    /// The session has ended.
    ///
    /// @param problem the reason; empty when this participant left
    record Ended(Optional<Problem> problem) implements ConnectionStatus {}
}

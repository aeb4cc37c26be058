package org.tonewire.app.core.signaling;

import org.tonewire.signaling.protocol.ClientMessage;

/// The way to the signaling server: connects, proves the access key, joins, and after a loss
/// connects again and resumes as the same participant.
public interface SignalingChannel extends AutoCloseable {
    /// Begins to connect; returns at once. What happens comes to the listener. Called once.
    void open(JoinRequest request, SignalingListener listener);

    /// Sends to another participant. While the connection is lost, messages wait, bounded.
    ///
    /// @return false when the message was not taken: closed, or too many are waiting
    boolean send(ClientMessage message);

    /// Begins to leave the room and to end; returns at once. Nothing is sent after that. Idempotent.
    void leave();

    /// Leaves, waits for that to be sent (1 s at most), and ends. Idempotent.
    @Override
    void close();
}

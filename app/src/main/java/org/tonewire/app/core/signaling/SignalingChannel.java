package org.tonewire.app.core.signaling;

import java.util.List;
import org.tonewire.app.core.invite.RoomSecret;
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

    /// Secrets that may be the room's: each is tried, in this order, when the server refuses a
    /// participant, who was in the room, by the secret that it took last. They replace those that
    /// were offered before.
    void offer(List<RoomSecret> secrets);

    /// The network may carry again: a try that is due later is made now, and a connection that may
    /// be dead is made sure of.
    void networkBack();

    /// Begins to leave the room and to end; returns at once. Nothing is sent after that.
    /// Idempotent.
    void leave();

    /// Leaves, waits for that to be sent (1 s at most), and ends. Idempotent.
    @Override
    void close();
}

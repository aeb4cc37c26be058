package org.tonewire.app.signaling;

import java.time.Duration;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.signaling.protocol.ClientMessage;

/// An action of a signaling channel.
sealed interface ChannelEffect {
    record Connect() implements ChannelEffect {}

    /// Drops the socket, if there is one, without a close message.
    record Disconnect() implements ChannelEffect {}

    /// Sends a message at once, before the queued ones.
    record Send(ClientMessage message) implements ChannelEffect {}

    /// Sends a ping and treats the connection as lost when no answer comes in time.
    record Probe() implements ChannelEffect {}

    /// Drops the queued messages, which were meant for participants of the earlier session.
    record DropQueued() implements ChannelEffect {}

    record Tell(SignalingEvent event) implements ChannelEffect {}

    record RetryAfter(Duration delay) implements ChannelEffect {}
}

package org.tonewire.app.signaling;

import java.time.Duration;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.signaling.protocol.ClientMessage;

/// An action of a signaling channel.
sealed interface ChannelEffect {
    record Connect() implements ChannelEffect {}

    /// Drops the socket there is, if any, without a farewell.
    record Disconnect() implements ChannelEffect {}

    /// At once, before what waits.
    record Send(ClientMessage message) implements ChannelEffect {}

    /// Sends a ping and treats the connection as lost when no answer comes in time.
    record Probe() implements ChannelEffect {}

    /// Drops what is queued: it was meant for participants of the earlier session.
    record ForgetWaiting() implements ChannelEffect {}

    record Tell(SignalingEvent event) implements ChannelEffect {}

    record RetryAfter(Duration delay) implements ChannelEffect {}
}

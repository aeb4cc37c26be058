package org.tonewire.app.signaling;

import java.time.Duration;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.signaling.protocol.ClientMessage;

/// What a signaling channel has to do.
sealed interface ChannelEffect {
    record Connect() implements ChannelEffect {}

    /// Drops the socket there is, if any, without a farewell.
    record Disconnect() implements ChannelEffect {}

    /// At once, before what waits.
    record Send(ClientMessage message) implements ChannelEffect {}

    /// Asks for a sign of life, and takes the connection for lost when none comes soon.
    record Probe() implements ChannelEffect {}

    /// What waits is for people who are met anew.
    record ForgetWaiting() implements ChannelEffect {}

    record Tell(SignalingEvent event) implements ChannelEffect {}

    record RetryAfter(Duration delay) implements ChannelEffect {}
}

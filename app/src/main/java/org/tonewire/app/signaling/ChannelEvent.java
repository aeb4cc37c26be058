package org.tonewire.app.signaling;

import java.util.List;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.signaling.protocol.ServerMessage;

/// An event of a signaling channel.
sealed interface ChannelEvent {
    record Started() implements ChannelEvent {}

    /// The socket is open.
    record Opened() implements ChannelEvent {}

    record Received(ServerMessage message) implements ChannelEvent {}

    /// The socket did not open, or was closed.
    record Gone(Problem problem, Outlook outlook) implements ChannelEvent {}

    /// The network may be back: this computer has a new address, or a link connected again.
    record NetworkBack() implements ChannelEvent {}

    /// Secrets that may be the room's, the likeliest first, and no others.
    record Offered(List<RoomSecret> secrets) implements ChannelEvent {}

    record RetryDue() implements ChannelEvent {}

    /// Whether a retry makes sense.
    enum Outlook {
        MAY_COME_BACK,
        FINAL
    }
}

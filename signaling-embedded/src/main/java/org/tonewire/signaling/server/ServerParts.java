package org.tonewire.signaling.server;

import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketCount;

/// What all connections of one server share. Immutable but for the counts, which any thread may
/// use.
record ServerParts(
        RoomsOwner rooms,
        Dialects dialects,
        ServerLimits limits,
        Optional<SslContext> tls,
        Population population) {
    /// Who is connected.
    record Population(ChannelGroup channels, SocketCount perAddress, AtomicLong lastConnection) {
        ConnectionId nextConnection() {
            return new ConnectionId(lastConnection.incrementAndGet());
        }
    }
}

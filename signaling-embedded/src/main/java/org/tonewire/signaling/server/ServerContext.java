package org.tonewire.signaling.server;

import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketCount;

/// What all connections of one server share. Immutable but for the counts, which any thread may
/// use.
record ServerContext(
        RoomExecutor rooms,
        Dialects dialects,
        ServerLimits limits,
        Optional<SslContext> tls,
        HttpSide http,
        Background background,
        Connections connections) {
    /// What works behind the sockets.
    ///
    /// @param closing in this order, when the sockets are closed
    record Background(ServerThreads threads, HandlerCalls handlerCalls, List<AutoCloseable> closing) {}

    HandlerCalls handlerCalls() {
        return background.handlerCalls();
    }

    /// What a request meets first.
    ///
    /// @param routes asked in this order
    /// @param tlsPort the port that takes TLS alone, 0 as long as there is none
    record HttpSide(Access access, List<Route> routes, ServerMetrics metrics, AtomicInteger tlsPort) {}

    /// Who is connected.
    record Connections(ChannelGroup channels, SocketCount perAddress, AtomicLong lastConnection) {
        ConnectionId nextConnection() {
            return new ConnectionId(lastConnection.incrementAndGet());
        }
    }
}

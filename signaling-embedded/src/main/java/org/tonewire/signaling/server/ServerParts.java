package org.tonewire.signaling.server;

import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.access.Access;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketCount;
import org.tonewire.signaling.server.metric.ServerMetrics;
import org.tonewire.signaling.server.work.ServerThreads;

/// What all connections of one server share. Immutable but for the counts, which any thread may
/// use.
record ServerParts(
        RoomExecutor rooms,
        Dialects dialects,
        ServerLimits limits,
        Optional<SslContext> tls,
        Front front,
        Back back,
        Population population) {
    /// What works behind the sockets.
    ///
    /// @param closing in this order, when the sockets are closed
    record Back(ServerThreads threads, HandlerCalls handlerCalls, List<AutoCloseable> closing) {}

    HandlerCalls handlerCalls() {
        return back.handlerCalls();
    }

    /// What a request meets first.
    ///
    /// @param routes asked in this order
    /// @param tlsPort the port that takes TLS alone, 0 as long as there is none
    record Front(Access access, List<Route> routes, ServerMetrics figures, AtomicInteger tlsPort) {}

    /// Who is connected.
    record Population(ChannelGroup channels, SocketCount perAddress, AtomicLong lastConnection) {
        ConnectionId nextConnection() {
            return new ConnectionId(lastConnection.incrementAndGet());
        }
    }
}

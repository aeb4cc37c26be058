package org.tonewire.signaling.server;

import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.SslContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.tonewire.signaling.cluster.redis.RedisCluster;
import org.tonewire.signaling.dialect.Dialects;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.keep.RoomKeeper;
import org.tonewire.signaling.server.limit.ServerLimits;
import org.tonewire.signaling.server.limit.SocketCount;
import org.tonewire.signaling.server.log.ServerLog;

/// What all connections of a server share. Thread-safe.
record ServerContext(
        RoomExecutor rooms,
        Dialects dialects,
        LiveSettings settings,
        HttpSide http,
        Background background,
        Connections connections,
        ServerLog log) {
    /// The threads of the server and what it closes after the sockets.
    ///
    /// @param keeper closed before the threads, as it asks them
    /// @param cluster told of the end before and after the sockets close
    /// @param closing closed in this order
    record Background(
            ServerThreads threads,
            HandlerCalls handlerCalls,
            Optional<RoomKeeper> keeper,
            Optional<RedisCluster> cluster,
            List<AutoCloseable> closing) {}

    ServerLimits limits() {
        return settings.values().limits();
    }

    Optional<SslContext> tls() {
        return settings.values().tls().map(ServerTls::context);
    }

    Access access() {
        return settings.values().access();
    }

    HandlerCalls handlerCalls() {
        return background.handlerCalls();
    }

    /// What handles a request before any dialect or room.
    ///
    /// @param routes asked in this order
    /// @param tlsPort the port that speaks only TLS; 0 if there is none, or not yet
    record HttpSide(List<Route> routes, ServerMetrics metrics, AtomicInteger tlsPort) {}

    /// The open connections.
    ///
    /// @param newIds makes their ids
    record Connections(
            ChannelGroup channels, SocketCount perAddress, Supplier<ConnectionId> newIds) {
        ConnectionId nextConnection() {
            return newIds.get();
        }
    }
}

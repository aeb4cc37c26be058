package org.tonewire.signaling.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.tonewire.signaling.dialect.Conversation;
import org.tonewire.signaling.dialect.Conversation.Step;

/// The listening sockets of a server, and the connections that they accepted.
final class ServerSockets {
    private static final int BACKLOG = 512;
    private static final long DRAIN_SECONDS = 3;

    private final EventLoopGroup threads;
    private final List<Channel> listening = new ArrayList<>();
    private final ChannelGroup connections;

    ServerSockets(EventLoopGroup threads, ChannelGroup connections) {
        this.threads = threads;
        this.connections = connections;
    }

    /// Binds a listener and waits until that succeeds or fails. Called by the starting thread only.
    ChannelFuture bind(InetSocketAddress address, ConnectionSetup setup) {
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(threads)
                        .channel(ServerThreads.listeningChannel())
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK, WriteBufferWaterMark.DEFAULT)
                        .childHandler(setup);
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (bound.isSuccess()) {
            listening.add(bound.channel());
        }
        return bound;
    }

    List<Channel> listening() {
        return listening;
    }

    /// Tells every WebSocket that the settings of the server changed. Any thread.
    void settingsChanged() {
        connections.forEach(channel -> {
            var _ = tell(channel, Conversation::settingsChanged);
        });
    }

    /// @return false if the connection is no WebSocket
    private static boolean tell(Channel channel, Function<Conversation, List<Step>> what) {
        ChannelHandlerContext socket = channel.pipeline().context(SignalSocket.class);
        if (socket == null || !(socket.handler() instanceof SignalSocket signalSocket)) {
            return false;
        }
        signalSocket.tell(socket, what);
        return true;
    }

    /// Stops listening, sends a close frame to each WebSocket and waits a few seconds for the
    /// connections to close.
    void close() {
        listening.forEach(channel -> channel.close().awaitUninterruptibly());
        for (Channel channel : connections) {
            if (!tell(channel, Conversation::serverClosing)) {
                var _ = channel.close();
            }
        }
        var _ = connections.newCloseFuture().awaitUninterruptibly(DRAIN_SECONDS, TimeUnit.SECONDS);
    }
}

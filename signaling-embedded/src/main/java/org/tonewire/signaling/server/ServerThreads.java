package org.tonewire.signaling.server;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;

/// The threads of a server: `tonewire-io-N` own the sockets, `tonewire-rooms` owns the rooms. On
/// one or two processors a single `tonewire-io` thread owns both, because passing a message to
/// another thread and back costs more there than relaying it.
final class ServerThreads {
    private static final int MAX_IO_THREADS = 4;
    private static final long DRAIN_SECONDS = 3;

    /// epoll needs less time for each message and socket than the NIO of the JDK.
    private static final boolean NATIVE = Epoll.isAvailable();

    private final EventLoopGroup io;
    private final EventExecutor rooms;

    private ServerThreads(EventLoopGroup io, EventExecutor rooms) {
        this.io = io;
        this.rooms = rooms;
    }

    static ServerThreads start() {
        int processors = Runtime.getRuntime().availableProcessors();
        boolean few = processors <= 2;
        EventLoopGroup io =
                new MultiThreadIoEventLoopGroup(
                        few ? 1 : Math.min(MAX_IO_THREADS, processors - 1),
                        new DefaultThreadFactory("tonewire-io", true),
                        NATIVE ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        EventExecutor rooms =
                few
                        ? io.next()
                        : new DefaultEventExecutor(
                                new DefaultThreadFactory("tonewire-rooms", true));
        return new ServerThreads(io, rooms);
    }

    /// The channel class of listening sockets on these threads.
    static Class<? extends ServerChannel> listeningChannel() {
        return NATIVE ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    EventLoopGroup io() {
        return io;
    }

    EventExecutor rooms() {
        return rooms;
    }

    /// Waits until both have ended: the event loops first, because they pass events to the rooms.
    void close() {
        var _ = io.shutdownGracefully(0, DRAIN_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
        var _ = rooms.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}

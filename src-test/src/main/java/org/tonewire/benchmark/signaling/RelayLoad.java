package org.tonewire.benchmark.signaling;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Sockets of the path family, four a room, on one thread.
final class RelayLoad implements AutoCloseable {
    private static final int MAX_BYTES = 65_536;
    private static final int PEERS = 4;
    private static final String FILL = "x".repeat(1300);

    private final MultiThreadIoEventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> sockets = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private volatile BiConsumer<Integer, String> whenReceived = (_, _) -> {};

    RelayLoad(int port, int rooms) throws InterruptedException {
        int count = rooms * PEERS;
        CountDownLatch open = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            URI uri =
                    URI.create(
                            "ws://127.0.0.1:%d/webrtc/signaling/r%d/%d"
                                    .formatted(port, i / PEERS, i % PEERS));
            sockets.add(
                    new Bootstrap()
                            .group(thread)
                            .channel(NioSocketChannel.class)
                            .handler(new Setup(uri, i, open))
                            .connect("127.0.0.1", port)
                            .sync()
                            .channel());
        }
        if (!open.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " sockets did not open");
        }
    }

    int size() {
        return sockets.size();
    }

    long received() {
        return received.get();
    }

    void whenReceived(BiConsumer<Integer, String> listener) {
        whenReceived = listener;
    }

    /// One socket's offer to the next of its room, marked with a number.
    void send(int socket, long mark) {
        int target = (socket + 1) % PEERS;
        var _ =
                sockets.get(socket)
                        .writeAndFlush(
                                new TextWebSocketFrame(
                                        "{\"type\":\"offer\",\"offer\":{\"type\":\"offer\",\"sdp\":\""
                                                + FILL
                                                + "\",\"mark\":\"@"
                                                + mark
                                                + "@\"},\"target_peer_id\":\""
                                                + target
                                                + "\"}"));
    }

    @Override
    public void close() {
        for (Channel socket : sockets) {
            var _ = socket.close();
        }
        var _ = thread.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Setup extends ChannelInitializer<SocketChannel> {
        private final URI uri;
        private final int index;
        private final CountDownLatch open;

        Setup(URI uri, int index, CountDownLatch open) {
            this.uri = uri;
            this.index = index;
            this.open = open;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            new HttpClientCodec(),
                            new HttpObjectAggregator(MAX_BYTES),
                            new WebSocketClientProtocolHandler(
                                    uri,
                                    WebSocketVersion.V13,
                                    null,
                                    false,
                                    new DefaultHttpHeaders(),
                                    MAX_BYTES),
                            new Receiver(index, open));
        }
    }

    private final class Receiver extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final int index;
        private final CountDownLatch open;

        Receiver(int index, CountDownLatch open) {
            this.index = index;
            this.open = open;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                open.countDown();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
            String text = frame.text();
            if (text.contains("\"mark\"")) {
                received.incrementAndGet();
                whenReceived.accept(index, text);
            }
        }
    }
}

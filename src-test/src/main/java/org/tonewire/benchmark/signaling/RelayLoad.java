package org.tonewire.benchmark.signaling;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/// Sockets of the path family, four a room, on one thread.
final class RelayLoad implements AutoCloseable {
    private static final int MAX_BYTES = 65_536;
    private static final int PEERS = 4;
    private static final String FILL = "x".repeat(1300);
    private static final List<byte[]> STARTS =
            IntStream.range(0, PEERS).mapToObj(RelayLoad::start).toList();

    private final MultiThreadIoEventLoopGroup thread =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Channel> sockets = new ArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private volatile BiConsumer<Integer, ByteBuf> whenReceived = (_, _) -> {};

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
        if (!open.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(open.getCount() + " sockets did not open");
        }
    }

    int size() {
        return sockets.size();
    }

    long received() {
        return received.get();
    }

    /// The listener gets the message as UTF-8 and may not keep it.
    void whenReceived(BiConsumer<Integer, ByteBuf> listener) {
        whenReceived = listener;
    }

    /// One socket's offer to the next of its room, marked with a number.
    void send(int socket, long mark) {
        byte[] start = STARTS.get((socket + 1) % PEERS);
        ByteBuf message = PooledByteBufAllocator.DEFAULT.buffer(start.length + 32);
        message.writeBytes(start);
        ByteBufUtil.writeAscii(message, Long.toString(mark));
        ByteBufUtil.writeAscii(message, "@\"}}");
        var _ = sockets.get(socket).writeAndFlush(new TextWebSocketFrame(message));
    }

    private static byte[] start(int target) {
        return ("{\"type\":\"offer\",\"target_peer_id\":\""
                        + target
                        + "\",\"offer\":{\"type\":\"offer\",\"sdp\":\""
                        + FILL
                        + "\",\"mark\":\"@")
                .getBytes(StandardCharsets.US_ASCII);
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
                                    WebSocketClientProtocolConfig.newBuilder()
                                            .webSocketUri(uri)
                                            .maxFramePayloadLength(MAX_BYTES)
                                            .withUTF8Validator(false)
                                            .build()),
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
            if (frame.content().readableBytes() > FILL.length()) {
                received.incrementAndGet();
                whenReceived.accept(index, frame.content());
            }
        }
    }
}

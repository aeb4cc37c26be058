package org.tonewire.benchmark.signaling;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What Netty can do at most: a relay with no rules, limits, rooms or figures. Prints its port.
final class BareRelay {
    private static final int MAX_BYTES = 65_536;

    private BareRelay() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Channel> sockets = new ConcurrentHashMap<>();
        var threads =
                new MultiThreadIoEventLoopGroup(
                        Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
        Channel listening =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(new Setup(sockets))
                        .bind("127.0.0.1", 0)
                        .sync()
                        .channel();
        System.out.println(((InetSocketAddress) listening.localAddress()).getPort());
        listening.closeFuture().sync();
    }

    private static final class Setup extends ChannelInitializer<SocketChannel> {
        private final Map<String, Channel> sockets;

        Setup(Map<String, Channel> sockets) {
            this.sockets = sockets;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            channel.pipeline()
                    .addLast(
                            new FlushConsolidationHandler(),
                            new HttpServerCodec(),
                            new HttpObjectAggregator(MAX_BYTES),
                            new WebSocketServerProtocolHandler(
                                    "/", null, false, MAX_BYTES, false, true),
                            new Relay(sockets));
        }
    }

    private static final class Relay extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final Map<String, Channel> sockets;
        private String room = "";
        private String peer = "";

        Relay(Map<String, Channel> sockets) {
            this.sockets = sockets;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
            if (event instanceof HandshakeComplete complete) {
                String[] path = complete.requestUri().split("/", -1);
                room = path[3];
                peer = path[4];
                sockets.put(room + "/" + peer, ctx.channel());
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, TextWebSocketFrame frame) {
            JsonObject message = JsonParser.parseString(frame.text()).getAsJsonObject();
            String target = message.remove("target_peer_id").getAsString();
            message.addProperty("from_peer_id", peer);
            Channel to = sockets.get(room + "/" + target);
            if (to != null) {
                var _ = to.writeAndFlush(new TextWebSocketFrame(message.toString()));
            }
        }
    }
}

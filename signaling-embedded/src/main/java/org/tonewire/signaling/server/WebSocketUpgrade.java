package org.tonewire.signaling.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.timeout.IdleStateHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.dialect.CloseCode;
import org.tonewire.signaling.dialect.Handshake;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.server.http.HttpReplies;
import org.tonewire.signaling.server.http.RequestTarget;
import org.tonewire.signaling.server.limit.SocketCount;

/// Upgrades an HTTP connection to a WebSocket. Runs on the event loop of the channel without
/// interruption, so that no frame is read before the pipeline is complete.
final class WebSocketUpgrade {
    /// RFC 9110, section 5.6.2.
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");

    private final ServerContext context;
    private final RequestTarget target;

    WebSocketUpgrade(ServerContext context, RequestTarget target) {
        this.context = context;
        this.target = target;
    }

    void perform(ChannelHandlerContext ctx, FullHttpRequest request) {
        @Nullable WebSocketServerHandshaker handshaker =
                handshakers(request).newHandshaker(request);
        if (handshaker == null) {
            var _ = WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(ctx.channel());
            return;
        }
        try {
            var _ = handshaker.handshake(ctx.channel(), request);
        } catch (WebSocketHandshakeException _) {
            var _ = ctx.writeAndFlush(HttpReplies.badRequest());
            var _ = ctx.close();
            return;
        }
        listen(ctx, request);
    }

    private WebSocketServerHandshakerFactory handshakers(FullHttpRequest request) {
        WebSocketDecoderConfig config =
                WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(context.limits().sockets().messageBytes())
                        .allowExtensions(false)
                        .closeOnProtocolViolation(false)
                        .withUTF8Validator(false)
                        .build();
        return new WebSocketServerHandshakerFactory("", subprotocol(request), config);
    }

    /// The first subprotocol that the client asks for, or `null`. Browsers give up where the answer
    /// names none of those that a page asked for.
    private static @Nullable String subprotocol(FullHttpRequest request) {
        String first =
                request.headers()
                        .get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, "")
                        .split(",", -1)[0]
                        .strip();
        return TOKEN.matcher(first).matches() ? first : null;
    }

    private void listen(ChannelHandlerContext ctx, FullHttpRequest request) {
        ConnectionId connection = context.connections().nextConnection();
        Handshake handshake =
                new Handshake(
                        connection,
                        target.path(),
                        target.query(),
                        context.handlerCalls().handlers().types(),
                        context.access().admitsToken(target, request.headers()),
                        client(ctx, request.headers()).flatMap(SocketCount::network));
        SignalSocket socket =
                new SignalSocket(
                        connection, context.dialects().begin(handshake).orElseThrow(), context);
        ChannelPipeline pipeline = ctx.pipeline();
        long pingAfterMillis = context.limits().times().pingAfter().toMillis();
        pipeline.addLast(new FrameCount(socket));
        pipeline.addLast(new WebSocketFrameAggregator(context.limits().sockets().messageBytes()));
        pipeline.addLast(new IdleStateHandler(pingAfterMillis, 0, 0, TimeUnit.MILLISECONDS));
        pipeline.addLast(socket);
        pipeline.remove(ctx.name());
        count(pipeline.context(socket), socket, request.headers());
    }

    /// The address of the client, by the word of a trusted proxy that is between.
    private Optional<InetAddress> client(ChannelHandlerContext ctx, HttpHeaders headers) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress remote
                ? Optional.of(context.access().proxies().client(remote.getAddress(), headers))
                : Optional.empty();
    }

    /// Has every frame counted before those of one message are put together.
    private static final class FrameCount extends ChannelInboundHandlerAdapter {
        private final SignalSocket socket;

        FrameCount(SignalSocket socket) {
            this.socket = socket;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (!(message instanceof WebSocketFrame frame)
                    || socket.counts(ctx.pipeline().context(socket), frame)) {
                ctx.fireChannelRead(message);
            } else {
                frame.release();
            }
        }
    }

    private void count(ChannelHandlerContext ctx, SignalSocket socket, HttpHeaders headers) {
        client(ctx, headers).ifPresent(address -> count(ctx, socket, address));
    }

    private void count(ChannelHandlerContext ctx, SignalSocket socket, InetAddress address) {
        SocketCount count = context.connections().perAddress();
        if (count.tryAdd(address, context.limits().sockets())) {
            var _ = ctx.channel().closeFuture().addListener(_ -> count.remove(address));
        } else {
            socket.cut(ctx, CloseCode.POLICY, "too many connections from this address");
        }
    }
}

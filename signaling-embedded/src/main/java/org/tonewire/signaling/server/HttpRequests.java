package org.tonewire.signaling.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.server.http.HttpReplies;
import org.tonewire.signaling.server.http.RequestTarget;
import org.tonewire.signaling.server.http.RoomPage;
import org.tonewire.signaling.server.http.RoomsView;

/// Answers one HTTP request, or turns the connection into a WebSocket. Owned by its channel's event
/// loop.
final class HttpRequests extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);
    private static final String ROOM_PAGE = "/r/";

    private final ServerParts parts;

    HttpRequests(ServerParts parts) {
        this.parts = parts;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Optional<RequestTarget> target = RequestTarget.parse(request.uri());
        if (!request.decoderResult().isSuccess() || target.isEmpty()) {
            reply(ctx, HttpReplies.badRequest());
        } else if (request.headers()
                .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            new WebSocketUpgrade(parts, target.get()).perform(ctx, request);
        } else if (!request.method().equals(HttpMethod.GET)
                && !request.method().equals(HttpMethod.HEAD)) {
            reply(ctx, HttpReplies.methodNotAllowed());
        } else {
            answer(ctx, request, target.get().text());
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == SignalSocket.Deadline.PASSED) {
            var _ = ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException || cause.getCause() instanceof IOException) {
            LOG.debug("a connection broke", cause);
        } else {
            LOG.info("a connection is closed: {}", cause.toString());
        }
        var _ = ctx.close();
    }

    private void answer(ChannelHandlerContext ctx, FullHttpRequest request, String path) {
        if (path.equals("/health")) {
            reply(ctx, HttpReplies.json("{\"status\":\"healthy\"}"));
        } else if (path.equals("/api/v1/rooms")) {
            rooms(ctx, RoomsView.of(ctx.channel(), request.headers()));
        } else if (path.equals("/api/v1/signal")) {
            reply(ctx, HttpReplies.upgradeRequired());
        } else if (path.equals("/")) {
            reply(ctx, HttpReplies.page(RoomPage.of(Optional.empty())));
        } else if (path.startsWith(ROOM_PAGE)
                && RoomName.parse(path.substring(ROOM_PAGE.length())).isPresent()) {
            reply(
                    ctx,
                    HttpReplies.page(
                            RoomPage.of(RoomName.parse(path.substring(ROOM_PAGE.length())))));
        } else {
            reply(ctx, HttpReplies.notFound());
        }
    }

    private void rooms(ChannelHandlerContext ctx, RoomsView view) {
        var _ =
                parts.rooms()
                        .ask(rooms -> view.json(rooms.summaries()))
                        .addListener((Future<String> found) -> {
                            if (found.isSuccess()) {
                                reply(ctx, HttpReplies.json(found.getNow()));
                            } else {
                                var _ = ctx.close();
                            }
                        });
    }

    private static void reply(ChannelHandlerContext ctx, FullHttpResponse response) {
        var _ = ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}

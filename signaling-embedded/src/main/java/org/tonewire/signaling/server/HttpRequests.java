package org.tonewire.signaling.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonewire.signaling.dialect.NativeDialect;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.HttpReplies;
import org.tonewire.signaling.server.http.RequestTarget;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.http.WebRequest;

/// Answers one HTTP request, or upgrades the connection to a WebSocket. Owned by the event loop of
/// its channel.
final class HttpRequests extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);

    private final ServerContext context;

    HttpRequests(ServerContext context) {
        this.context = context;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        Optional<RequestTarget> target = RequestTarget.parse(request.uri());
        if (!request.decoderResult().isSuccess() || target.isEmpty()) {
            reply(ctx, HttpReplies.badRequest());
        } else if (request.headers()
                .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            upgradeToWebSocket(ctx, request, target.get());
        } else {
            answer(
                    ctx,
                    new WebRequest(
                            request.method(),
                            target.get(),
                            request.headers(),
                            request.content().toString(StandardCharsets.UTF_8),
                            ctx.channel()));
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

    private void upgradeToWebSocket(
            ChannelHandlerContext ctx, FullHttpRequest request, RequestTarget target) {
        Access access = context.access();
        boolean hasKeys = NativeDialect.isAt(target.path());
        if (!access.admitsOrigin(request.headers())) {
            context.http().metrics().countRefusal("origin-not-allowed");
            context.log()
                    .refused(
                            "a WebSocket is refused, as its page is not of an allowed origin:",
                            Optional.ofNullable(request.headers().get(HttpHeaderNames.ORIGIN)));
            reply(ctx, HttpReplies.forbidden());
        } else if (!hasKeys && !access.admitsToken(target, request.headers())) {
            context.http().metrics().countRefusal("room-token-missing-or-wrong");
            context.log()
                    .refused(
                            "a WebSocket is refused, as its room token is missing or wrong",
                            Optional.empty());
            reply(ctx, HttpReplies.unauthorized());
        } else {
            new WebSocketUpgrade(context, target).perform(ctx, request);
        }
    }

    private void answer(ChannelHandlerContext ctx, WebRequest request) {
        for (Route route : context.http().routes()) {
            Optional<CompletionStage<FullHttpResponse>> answer = route.answer(request);
            if (answer.isPresent()) {
                var _ =
                        answer.get()
                                .whenComplete((response, problem) ->
                                        reply(ctx, problem == null ? response : failed(problem)));
                return;
            }
        }
        reply(ctx, HttpReplies.nowhere(request));
    }

    private static FullHttpResponse failed(Throwable problem) {
        LOG.warn("a request could not be answered", problem);
        return HttpReplies.failed();
    }

    private static void reply(ChannelHandlerContext ctx, FullHttpResponse response) {
        var _ = ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}

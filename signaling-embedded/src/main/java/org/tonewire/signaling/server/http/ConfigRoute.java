package org.tonewire.signaling.server.http;

import com.google.gson.JsonObject;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `GET /config`: tells pages of the envelope family the address of their WebSocket. It is the port
/// that speaks only TLS, or else the port of the request; behind a trusted proxy, the address of
/// the proxy.
public final class ConfigRoute implements Route {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

    private static final Pattern PREFIX = Pattern.compile("(?:/[A-Za-z0-9._~-]{1,64}){1,8}");

    private final IntSupplier tlsPort;
    private final Supplier<Access> access;

    /// @param tlsPort the port that speaks only TLS; 0 if there is none
    public ConfigRoute(IntSupplier tlsPort, Supplier<Access> access) {
        this.tlsPort = tlsPort;
        this.access = access;
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        if (!request.isAt("config")) {
            return Route.notMine();
        }
        if (!request.isRead()) {
            return Route.now(HttpReplies.methodNotAllowed());
        }
        JsonObject answer = new JsonObject();
        answer.addProperty(
                "websocket_host", isProxied(request) ? proxied(request) : address(request));
        return Route.now(HttpReplies.json(answer.toString()));
    }

    private boolean isProxied(WebRequest request) {
        return request.channel().remoteAddress() instanceof InetSocketAddress remote
                && access.get().proxies().trusts(remote.getAddress())
                && HOST.matcher(request.headers().get(HttpHeaderNames.HOST, "")).matches();
    }

    private static String proxied(WebRequest request) {
        boolean isTls = "https".equals(request.headers().get("X-Forwarded-Proto"));
        String prefix = request.headers().get("X-Forwarded-Prefix", "");
        return (isTls ? "wss://" : "ws://")
                + request.headers().get(HttpHeaderNames.HOST)
                + (PREFIX.matcher(prefix).matches() ? prefix : "");
    }

    private String address(WebRequest request) {
        Channel channel = request.channel();
        int secure = tlsPort.getAsInt();
        boolean isTls = secure != 0 || channel.pipeline().get(SslHandler.class) != null;
        int port = secure != 0 ? secure : local(channel).getPort();
        return (isTls ? "wss://" : "ws://") + host(request, channel) + ":" + port;
    }

    /// The host in the request, if it is a valid one; else the local address.
    private static String host(WebRequest request, Channel channel) {
        String header = request.headers().get(HttpHeaderNames.HOST, "");
        Matcher matcher = HOST.matcher(header);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        String address = local(channel).getAddress().getHostAddress();
        return address.contains(":") ? "[" + address.replaceFirst("%.*", "") + "]" : address;
    }

    private static InetSocketAddress local(Channel channel) {
        return (InetSocketAddress) channel.localAddress();
    }
}

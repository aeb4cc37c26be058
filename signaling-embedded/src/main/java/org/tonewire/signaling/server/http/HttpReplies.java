package org.tonewire.signaling.server.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/// The HTTP answers. Nothing is cached, framed or sniffed, and a page may load nothing at all.
public final class HttpReplies {
    private HttpReplies() {}

    public static FullHttpResponse json(String json) {
        return json(HttpResponseStatus.OK, json);
    }

    public static FullHttpResponse notFound() {
        return json(HttpResponseStatus.NOT_FOUND, "{\"error\":\"not-found\"}");
    }

    public static FullHttpResponse badRequest() {
        return json(HttpResponseStatus.BAD_REQUEST, "{\"error\":\"bad-request\"}");
    }

    public static FullHttpResponse methodNotAllowed() {
        FullHttpResponse response =
                json(HttpResponseStatus.METHOD_NOT_ALLOWED, "{\"error\":\"method-not-allowed\"}");
        response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
        return response;
    }

    public static FullHttpResponse upgradeRequired() {
        FullHttpResponse response =
                json(HttpResponseStatus.UPGRADE_REQUIRED, "{\"error\":\"websocket-only\"}");
        response.headers().set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        return response;
    }

    public static FullHttpResponse page(String html) {
        return response(HttpResponseStatus.OK, "text/html; charset=utf-8", html);
    }

    private static FullHttpResponse json(HttpResponseStatus status, String json) {
        return response(status, "application/json; charset=utf-8", json);
    }

    private static FullHttpResponse response(HttpResponseStatus status, String type, String body) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src '"
                        + RoomPage.STYLE_HASH
                        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return response;
    }
}

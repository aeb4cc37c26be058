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

/// HTTP responses. None may be cached, framed or sniffed, and a page may load only what its
/// Content-Security-Policy names.
public final class HttpReplies {
    private static final String POLICY =
            "default-src 'none'; style-src '"
                    + RoomPage.STYLE_HASH
                    + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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

    public static FullHttpResponse forbidden() {
        return json(HttpResponseStatus.FORBIDDEN, "{\"error\":\"origin-not-allowed\"}");
    }

    public static FullHttpResponse unauthorized() {
        return json(HttpResponseStatus.UNAUTHORIZED, "{\"error\":\"room-token-missing-or-wrong\"}");
    }

    public static FullHttpResponse failed() {
        return json(HttpResponseStatus.INTERNAL_SERVER_ERROR, "{\"error\":\"failed\"}");
    }

    /// For paths that no route answers. Each family expects the error of its original server; only
    /// one of them sends POST requests.
    public static FullHttpResponse nowhere(WebRequest request) {
        return json(
                HttpResponseStatus.NOT_FOUND,
                request.isPost()
                        ? "{\"error\":\"Endpoint not found\"}"
                        : "{\"detail\":\"Not Found\",\"error\":\"Endpoint not found\"}");
    }

    public static FullHttpResponse page(String html) {
        return page(html, POLICY);
    }

    public static FullHttpResponse text(String type, String text) {
        return response(HttpResponseStatus.OK, type, text, POLICY);
    }

    public static FullHttpResponse json(HttpResponseStatus status, String json) {
        return response(status, "application/json; charset=utf-8", json, POLICY);
    }

    static FullHttpResponse noContent() {
        return response(HttpResponseStatus.NO_CONTENT, "text/plain", "", POLICY);
    }

    /// @param policy the Content-Security-Policy of the page
    static FullHttpResponse page(String html, String policy) {
        return response(HttpResponseStatus.OK, "text/html; charset=utf-8", html, policy);
    }

    /// The source expression for this style or script in a Content-Security-Policy.
    static String hash(String content) {
        return "sha256-" + RoomPage.sha256(content);
    }

    private static FullHttpResponse response(
            HttpResponseStatus status, String type, String body, String policy) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        status,
                        Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        describe(response, type, policy);
        return response;
    }

    /// Writes the headers that every response has.
    static void describe(FullHttpResponse response, String type, String policy) {
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.CONTENT_TYPE, type);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", policy);
    }
}

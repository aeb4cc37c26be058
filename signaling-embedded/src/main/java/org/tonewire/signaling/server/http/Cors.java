package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.function.Supplier;

/// Allows web pages of other origins to read responses (CORS): all, or those that [Access] allows.
public record Cors(Supplier<Access> access) {
    private static final String AN_HOUR = "3600";

    /// Adds the CORS headers to a response and returns it.
    public FullHttpResponse open(WebRequest request, FullHttpResponse response) {
        HttpHeaders headers = response.headers();
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (access.get().origins().isEmpty()) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        } else if (origin != null && access.get().names(origin)) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        }
        return response;
    }

    /// The response to a preflight request.
    ///
    /// @param methods the allowed methods, separated by commas
    public FullHttpResponse preflight(WebRequest request, String methods) {
        FullHttpResponse response = open(request, HttpReplies.noContent());
        HttpHeaders headers = response.headers();
        headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, methods);
        headers.set(
                HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                "Content-Type, Authorization, Room-Token");
        headers.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, AN_HOUR);
        return response;
    }
}

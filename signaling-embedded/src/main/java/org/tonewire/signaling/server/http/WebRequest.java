package org.tonewire.signaling.server.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.List;

/// An HTTP request that is answered, not upgraded.
///
/// @param channel the connection that it arrived on
public record WebRequest(
        HttpMethod method,
        RequestTarget target,
        HttpHeaders headers,
        String body,
        Channel channel) {
    /// The decoded path.
    String path() {
        return target.text();
    }

    public boolean isRead() {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    public boolean isPost() {
        return method.equals(HttpMethod.POST);
    }

    public boolean isPreflight() {
        return method.equals(HttpMethod.OPTIONS);
    }

    /// Whether these are the segments of the path.
    public boolean isAt(String... segments) {
        return target.path().equals(List.of(segments));
    }

    /// Whether this is the first segment of the path.
    public boolean isBelow(String first) {
        return target.path().getFirst().equals(first);
    }
}

package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The decoded target of a request.
///
/// @param path the segments of the path, each percent-decoded by itself: a `%2F` stays in its
///   segment
/// @param query the first value of each parameter
public record RequestTarget(List<String> path, Map<String, String> query) {
    private static final int MAX_PARAMETERS = 16;

    public RequestTarget {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /// Empty if the target is malformed.
    public static Optional<RequestTarget> parse(String uri) {
        try {
            QueryStringDecoder decoder =
                    new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, MAX_PARAMETERS);
            String raw = decoder.rawPath();
            List<String> path =
                    Arrays.stream(raw.substring(raw.startsWith("/") ? 1 : 0).split("/", -1))
                            .map(RequestTarget::decode)
                            .toList();
            Map<String, String> query = new HashMap<>();
            decoder.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
            return Optional.of(new RequestTarget(path, query));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The decoded path as one text.
    public String text() {
        return "/" + String.join("/", path);
    }

    /// A plus sign in a path stands for itself.
    private static String decode(String segment) {
        return QueryStringDecoder.decodeComponent(segment.replace("+", "%2B"));
    }
}

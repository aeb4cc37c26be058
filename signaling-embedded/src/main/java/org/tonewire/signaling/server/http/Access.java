package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/// Who may come in.
///
/// @param roomToken what everyone shows who enters rooms without a key: as `?token=`, as
///   `Room-Token` or as `Authorization: Bearer`
/// @param origins the web pages that may use the server, such as `https://example.org`; all where
///   none is named. Programs that are no browsers name no origin and are not asked.
public record Access(Optional<String> roomToken, Set<String> origins) {
    public static final Access OPEN = new Access(Optional.empty(), Set.of());

    private static final String BEARER = "Bearer ";

    public Access {
        origins = Set.copyOf(origins);
    }

    /// Whether the caller's web page is one of those that may.
    public boolean admitsOrigin(HttpHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        return origin == null || origins.isEmpty() || origins.contains(origin);
    }

    /// Whether the caller shows the token, if there is one to be shown.
    public boolean admitsToken(RequestTarget target, HttpHeaders headers) {
        return roomToken.isEmpty()
                || shown(target, headers).filter(token -> same(token, roomToken.get())).isPresent();
    }

    private static Optional<String> shown(RequestTarget target, HttpHeaders headers) {
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        return Optional.ofNullable(target.query().get("token"))
                .or(() -> Optional.ofNullable(headers.get("Room-Token")))
                .or(() ->
                        Optional.ofNullable(authorization)
                                .filter(text -> text.startsWith(BEARER))
                                .map(text -> text.substring(BEARER.length())));
    }

    private static boolean same(String shown, String wanted) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
    }

    /// Tells no token.
    @Override
    public String toString() {
        return "Access[origins=" + origins + "]";
    }
}

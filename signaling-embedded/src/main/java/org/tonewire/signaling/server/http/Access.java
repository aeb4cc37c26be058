package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.WebOrigin;

/// Who may use the server, before any room is asked. Immutable.
///
/// @param roomToken what a client has to show to enter rooms without an access key: as `?token=`,
///   as `Room-Token` or as `Authorization: Bearer`; empty to require none
/// @param origins of the web pages that may use the server; empty to allow all. Programs other than
///   browsers send no origin and are always allowed.
/// @param proxies whose word about the addresses of clients is taken
public record Access(Optional<String> roomToken, Set<WebOrigin> origins, TrustedProxies proxies) {
    public static final Access OPEN = new Access(Optional.empty(), Set.of());

    private static final String BEARER = "Bearer ";

    public Access {
        origins = Set.copyOf(origins);
    }

    /// Without proxies.
    public Access(Optional<String> roomToken, Set<WebOrigin> origins) {
        this(roomToken, origins, TrustedProxies.NONE);
    }

    /// Whether the web page that sends the request is allowed.
    public boolean admitsOrigin(HttpHeaders headers) {
        String origin = headers.get(HttpHeaderNames.ORIGIN);
        return origin == null || origins.isEmpty() || names(origin);
    }

    /// Whether this origin is one of those that are named.
    ///
    /// @param origin as a browser sends it
    boolean names(String origin) {
        return origins.contains(new WebOrigin(origin));
    }

    /// Whether the request shows the room token, if one is required. Compares in constant time.
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

    /// Omits the token.
    @Override
    public String toString() {
        return "Access[origins=" + origins + ", proxies=" + proxies + "]";
    }
}

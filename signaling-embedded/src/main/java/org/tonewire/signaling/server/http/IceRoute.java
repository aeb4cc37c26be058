package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.tonewire.signaling.codec.IceServersJson;
import org.tonewire.signaling.protocol.ice.IceService;

/// `GET /api/v1/ice-servers`: STUN and TURN servers, with a login that expires, for pages and
/// scripts of other families. Who enters rooms without a key gets them: with the room token, if the
/// server has one.
public final class IceRoute implements Route {
    private final Supplier<IceService> ice;
    private final Supplier<Access> access;
    private final Cors cors;
    private final Supplier<String> ids;
    private final InstantSource clock;

    /// @param ids a new one for each caller, that of the login
    public IceRoute(
            Supplier<IceService> ice,
            Supplier<Access> access,
            Supplier<String> ids,
            InstantSource clock) {
        this.ice = ice;
        this.access = access;
        this.cors = new Cors(access);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        if (!request.isAt("api", "v1", "ice-servers")) {
            return Route.notMine();
        }
        if (request.isPreflight()) {
            return Route.now(cors.preflight(request, "GET"));
        }
        if (!request.isRead()) {
            return Route.now(HttpReplies.methodNotAllowed());
        }
        if (!access.get().admitsOrigin(request.headers())) {
            return Route.now(HttpReplies.forbidden());
        }
        if (!access.get().admitsToken(request.target(), request.headers())) {
            return Route.now(cors.open(request, HttpReplies.unauthorized()));
        }
        IceService present = ice.get();
        Optional<Duration> lifetime = present.renewAfter().map(_ -> present.lifetime());
        String json = IceServersJson.of(present.name(ids.get(), clock.instant()), lifetime);
        return Route.now(cors.open(request, HttpReplies.json(json)));
    }
}

package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.tonewire.signaling.protocol.RoomName;

/// The pages and lists of Tonewire itself: health, rooms, invites.
public final class RoomRoutes implements Route {
    private final RoomDirectory rooms;
    private final Cors cors;
    private final Supplier<String> health;

    /// @param health the answer of `/health`, JSON
    public RoomRoutes(RoomDirectory rooms, Supplier<Access> access, Supplier<String> health) {
        this.rooms = rooms;
        this.health = health;
        this.cors = new Cors(access);
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        List<String> path = request.target().path();
        return switch (path.getFirst()) {
            case "health" -> path.size() == 1 ? health(request) : Route.notMine();
            case "" -> path.size() == 1 ? page(request, Optional.empty()) : Route.notMine();
            case "r" ->
                    path.size() == 2
                            ? RoomName.parse(path.get(1))
                                    .map(room -> page(request, Optional.of(room)))
                                    .orElse(Route.now(HttpReplies.notFound()))
                            : Route.now(HttpReplies.notFound());
            case "api" -> api(request, path);
            default -> Route.notMine();
        };
    }

    private Optional<CompletionStage<FullHttpResponse>> health(WebRequest request) {
        if (request.isPreflight()) {
            return Route.now(cors.preflight(request, "GET"));
        }
        return Route.now(
                request.isRead()
                        ? cors.open(request, HttpReplies.json(health.get()))
                        : HttpReplies.methodNotAllowed());
    }

    private static Optional<CompletionStage<FullHttpResponse>> page(
            WebRequest request, Optional<RoomName> room) {
        return Route.now(
                request.isRead()
                        ? HttpReplies.page(RoomPage.of(room))
                        : HttpReplies.methodNotAllowed());
    }

    private Optional<CompletionStage<FullHttpResponse>> api(WebRequest request, List<String> path) {
        if (request.isAt("api", "v1", "signal")) {
            return Route.now(HttpReplies.upgradeRequired());
        }
        boolean list = request.isAt("api", "v1", "rooms");
        boolean one = path.size() == 4 && path.subList(0, 3).equals(List.of("api", "v1", "rooms"));
        if (!list && !one) {
            return Route.notMine();
        }
        if (!request.isRead()) {
            return Route.now(HttpReplies.methodNotAllowed());
        }
        RoomsView view = RoomsView.of(request.channel(), request.headers());
        return Route.later(
                rooms.summaries()
                        .thenApply(found ->
                                list
                                        ? HttpReplies.json(view.json(found))
                                        : view.json(found, path.get(3))
                                                .map(HttpReplies::json)
                                                .orElseGet(HttpReplies::notFound)));
    }
}

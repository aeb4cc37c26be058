package org.tonewire.signaling.server.http;

import io.netty.handler.codec.http.FullHttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.server.access.Access;

/// Tonewire's own pages and lists: health, rooms, invites.
public final class OwnRoutes implements Route {
    private final RoomDirectory rooms;
    private final Cors cors;

    public OwnRoutes(RoomDirectory rooms, Access access) {
        this.rooms = rooms;
        this.cors = new Cors(access);
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        List<String> path = request.target().path();
        return switch (path.getFirst()) {
            case "health" -> path.size() == 1 ? health(request) : Answers.notMine();
            case "" -> path.size() == 1 ? page(request, Optional.empty()) : Answers.notMine();
            case "r" ->
                    path.size() == 2
                            ? RoomName.parse(path.get(1))
                                    .map(room -> page(request, Optional.of(room)))
                                    .orElse(Answers.now(HttpReplies.notFound()))
                            : Answers.now(HttpReplies.notFound());
            case "api" -> api(request, path);
            default -> Answers.notMine();
        };
    }

    private Optional<CompletionStage<FullHttpResponse>> health(WebRequest request) {
        if (request.isPreflight()) {
            return Answers.now(cors.preflight(request, "GET"));
        }
        return Answers.now(
                request.isRead()
                        ? cors.open(request, HttpReplies.json("{\"status\":\"healthy\"}"))
                        : HttpReplies.methodNotAllowed());
    }

    private static Optional<CompletionStage<FullHttpResponse>> page(
            WebRequest request, Optional<RoomName> room) {
        return Answers.now(
                request.isRead()
                        ? HttpReplies.page(RoomPage.of(room))
                        : HttpReplies.methodNotAllowed());
    }

    private Optional<CompletionStage<FullHttpResponse>> api(WebRequest request, List<String> path) {
        if (request.isAt("api", "v1", "signal")) {
            return Answers.now(HttpReplies.upgradeRequired());
        }
        boolean list = request.isAt("api", "v1", "rooms");
        boolean one = path.size() == 4 && path.subList(0, 3).equals(List.of("api", "v1", "rooms"));
        if (!list && !one) {
            return Answers.notMine();
        }
        if (!request.isRead()) {
            return Answers.now(HttpReplies.methodNotAllowed());
        }
        RoomsView view = RoomsView.of(request.channel(), request.headers());
        return Answers.later(
                rooms.summaries()
                        .thenApply(found ->
                                list
                                        ? HttpReplies.json(view.json(found))
                                        : view.json(found, path.get(3))
                                                .map(HttpReplies::json)
                                                .orElseGet(HttpReplies::notFound)));
    }
}

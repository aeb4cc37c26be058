package org.tonewire.signaling.server.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.Visibility;

/// The HTTP requests of the path family, below `/webrtc`. Shows only rooms that are listed.
public final class PathRoutes implements Route {
    private static final String NOT_FOUND = "{\"detail\":\"Not Found\"}";

    private final RoomDirectory rooms;
    private final Supplier<Access> access;
    private final Cors cors;

    public PathRoutes(RoomDirectory rooms, Supplier<Access> access) {
        this.rooms = rooms;
        this.access = access;
        this.cors = new Cors(access);
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        if (!request.isBelow("webrtc")) {
            return Route.notMine();
        }
        if (request.isPreflight()) {
            return Route.now(cors.preflight(request, "GET"));
        }
        if (!request.isRead()) {
            return problem(request, HttpResponseStatus.METHOD_NOT_ALLOWED, "Method Not Allowed");
        }
        if (request.isAt("webrtc", "client")) {
            return Route.now(ClientPage.response());
        }
        if (!access.get().admitsToken(request.target(), request.headers())) {
            return problem(request, HttpResponseStatus.UNAUTHORIZED, "Room token missing or wrong");
        }
        return lists(request);
    }

    private Optional<CompletionStage<FullHttpResponse>> lists(WebRequest request) {
        List<String> path = request.target().path();
        if (request.isAt("webrtc", "rooms")) {
            return Route.later(
                    rooms.summaries()
                            .thenApply(found ->
                                    cors.open(request, HttpReplies.json(roomList(found)))));
        }
        if (path.size() == 4 && path.get(1).equals("rooms") && path.get(3).equals("peers")) {
            return Route.later(
                    rooms.summaries()
                            .thenApply(found ->
                                    cors.open(
                                            request,
                                            HttpReplies.json(peerList(found, path.get(2))))));
        }
        return Route.now(
                cors.open(request, HttpReplies.json(HttpResponseStatus.NOT_FOUND, NOT_FOUND)));
    }

    private Optional<CompletionStage<FullHttpResponse>> problem(
            WebRequest request, HttpResponseStatus status, String detail) {
        JsonObject body = new JsonObject();
        body.addProperty("detail", detail);
        return Route.now(cors.open(request, HttpReplies.json(status, body.toString())));
    }

    private static String roomList(List<Rooms.Summary> found) {
        JsonArray names = new JsonArray();
        found.stream()
                .filter(room -> room.visibility() == Visibility.LISTED)
                .forEach(room -> names.add(room.name().value()));
        return list("rooms", names, "total_rooms");
    }

    private static String peerList(List<Rooms.Summary> found, String name) {
        JsonArray ids = new JsonArray();
        found.stream()
                .filter(room -> room.visibility() == Visibility.LISTED)
                .filter(room -> room.name().value().equals(name))
                .flatMap(room -> room.members().stream())
                .forEach(id -> ids.add(id.value()));
        return list("peers", ids, "total_peers");
    }

    private static String list(String field, JsonArray entries, String total) {
        JsonObject answer = new JsonObject();
        answer.add(field, entries);
        answer.addProperty(total, entries.size());
        return answer.toString();
    }
}

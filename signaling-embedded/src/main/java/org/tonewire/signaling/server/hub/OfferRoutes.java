package org.tonewire.signaling.server.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.tonewire.signaling.codec.ParsedText;
import org.tonewire.signaling.dialect.JsonFrame;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.Visibility;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.Cors;
import org.tonewire.signaling.server.http.HttpReplies;
import org.tonewire.signaling.server.http.RoomDirectory;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.http.WebRequest;
import org.tonewire.signaling.server.hub.HubConnection.IceCandidate;

/// The HTTP requests of clients that offer by HTTP. Without a hub, only those that need none are
/// answered.
public final class OfferRoutes implements Route {
    private static final int MAX_DEPTH = 16;
    private static final List<String> PATHS =
            List.of("offer", "candidate", "leave", "echo", "rooms");

    private final Optional<Hub> hub;
    private final RoomDirectory rooms;
    private final Supplier<Access> access;
    private final Cors cors;

    public OfferRoutes(Optional<Hub> hub, RoomDirectory rooms, Supplier<Access> access) {
        this.hub = hub;
        this.rooms = rooms;
        this.access = access;
        this.cors = new Cors(access);
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        List<String> path = request.target().path();
        String name = path.getFirst();
        boolean isList = name.equals("rooms");
        if (path.size() != 1 || !PATHS.contains(name)) {
            return Route.notMine();
        }
        if (request.isPreflight()) {
            return Route.now(cors.preflight(request, isList ? "GET" : "POST"));
        }
        if (isList ? !request.isRead() : !request.isPost()) {
            return now(request, HttpResponseStatus.METHOD_NOT_ALLOWED, "Method not allowed");
        }
        if (!access.get().admitsToken(request.target(), request.headers())) {
            return now(request, HttpResponseStatus.UNAUTHORIZED, "Room token missing or wrong");
        }
        return isList ? list(request) : post(request, name);
    }

    private Optional<CompletionStage<FullHttpResponse>> list(WebRequest request) {
        return Route.later(
                rooms.summaries()
                        .thenApply(found -> cors.open(request, HttpReplies.json(json(found)))));
    }

    private Optional<CompletionStage<FullHttpResponse>> post(WebRequest request, String name) {
        String body = request.body().isBlank() ? "{}" : request.body();
        return switch (ParsedText.parse(body, MAX_DEPTH)) {
            case ParsedText.Unfit(String problem) ->
                    now(request, HttpResponseStatus.BAD_REQUEST, "Invalid JSON: " + problem);
            case ParsedText.OfObject(JsonObject object) ->
                    object.isEmpty()
                            ? now(request, HttpResponseStatus.BAD_REQUEST, "No JSON data received")
                            : post(request, name, new JsonFrame(object, JsonFrame.bytes(body)));
        };
    }

    private Optional<CompletionStage<FullHttpResponse>> post(
            WebRequest request, String name, JsonFrame body) {
        Optional<HubPeer> peer = peer(body);
        Optional<String> sdp = body.object("offer").flatMap(offer -> offer.text("sdp"));
        Optional<IceCandidate> candidate = body.object("candidate").flatMap(OfferRoutes::candidate);
        boolean complete =
                peer.isPresent()
                        && switch (name) {
                            case "offer" -> sdp.isPresent();
                            case "candidate" -> candidate.isPresent();
                            case "echo" -> body.json().has("message");
                            default -> true;
                        };
        if (!complete) {
            return now(request, HttpResponseStatus.BAD_REQUEST, incomplete(name, body));
        }
        if (name.equals("echo")) {
            return echo(request, body);
        }
        if (hub.isEmpty()) {
            return now(request, HttpResponseStatus.SERVICE_UNAVAILABLE, "No WebRTC here");
        }
        return switch (name) {
            case "offer" -> offer(request, hub.get(), peer.get(), sdp.get());
            case "candidate" -> {
                hub.get().candidate(peer.get(), candidate.get());
                yield ok(request);
            }
            default ->
                    Route.later(
                            hub.get()
                                    .leave(peer.get())
                                    .handle((_, _) -> cors.open(request, statusOk())));
        };
    }

    /// What is wrong with a body, or missing from it.
    private static String incomplete(String name, JsonFrame body) {
        if (body.room("room").isEmpty() && body.value("room").isPresent()) {
            return "Invalid room: " + body.roomFault("room").orElseThrow();
        }
        if (body.id("peer_id").isEmpty() && body.value("peer_id").isPresent()) {
            return "Invalid peer_id: " + body.idFault("peer_id").orElseThrow();
        }
        boolean isThere = body.value("room").isPresent() && body.value("peer_id").isPresent();
        if (isThere && name.equals("offer") && body.value("offer").isPresent()) {
            return "Invalid offer: not an object with a text sdp";
        }
        if (isThere && name.equals("candidate") && body.value("candidate").isPresent()) {
            return "Invalid candidate: not an object with a text candidate";
        }
        return "Missing required fields" + (name.equals("offer") ? ": room, peer_id, offer" : "");
    }

    private Optional<CompletionStage<FullHttpResponse>> offer(
            WebRequest request, Hub to, HubPeer peer, String sdp) {
        return Route.later(
                to.offer(peer, sdp)
                        .handle((answer, problem) ->
                                cors.open(
                                        request,
                                        problem == null ? answered(answer) : refused(problem))));
    }

    private Optional<CompletionStage<FullHttpResponse>> echo(WebRequest request, JsonFrame body) {
        JsonObject echo = new JsonObject();
        echo.add("echo_message", body.json().get("message"));
        return Route.now(cors.open(request, HttpReplies.json(echo.toString())));
    }

    private static FullHttpResponse answered(String sdp) {
        JsonObject description = new JsonObject();
        description.addProperty("sdp", sdp);
        description.addProperty("type", "answer");
        JsonObject answer = new JsonObject();
        answer.add("answer", description);
        return HttpReplies.json(answer.toString());
    }

    private static FullHttpResponse refused(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null
                        ? problem.getCause()
                        : problem;
        return cause instanceof RefusedException refused
                ? error(HttpResponseStatus.FORBIDDEN, refused.reason().wireName())
                : error(HttpResponseStatus.BAD_REQUEST, "The offer could not be answered");
    }

    private static Optional<HubPeer> peer(JsonFrame body) {
        return body.room("room")
                .flatMap(room -> body.id("peer_id").map(id -> new HubPeer(room, id)));
    }

    private static Optional<IceCandidate> candidate(JsonFrame json) {
        int line =
                json.value("sdpMLineIndex")
                        .map(value -> value.toString().replaceAll("\\.0$", ""))
                        .filter(digits -> digits.matches("\\d{1,3}"))
                        .map(Integer::parseInt)
                        .orElse(0);
        return json.text("candidate")
                .map(text -> new IceCandidate(text, json.text("sdpMid").orElse(""), line));
    }

    private Optional<CompletionStage<FullHttpResponse>> ok(WebRequest request) {
        return Route.now(cors.open(request, statusOk()));
    }

    private Optional<CompletionStage<FullHttpResponse>> now(
            WebRequest request, HttpResponseStatus status, String message) {
        return Route.now(cors.open(request, error(status, message)));
    }

    private static FullHttpResponse statusOk() {
        return HttpReplies.json("{\"status\":\"ok\"}");
    }

    private static FullHttpResponse error(HttpResponseStatus status, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("error", message);
        return HttpReplies.json(status, error.toString());
    }

    private static String json(List<Rooms.Summary> found) {
        JsonObject answer = new JsonObject();
        for (Rooms.Summary summary : found) {
            if (summary.visibility() == Visibility.LISTED) {
                JsonArray ids = new JsonArray();
                summary.members().forEach(id -> ids.add(id.value()));
                JsonObject room = new JsonObject();
                room.addProperty("peer_count", summary.participants());
                room.add("peers", ids);
                answer.add(summary.name().value(), room);
            }
        }
        return answer.toString();
    }
}

package org.tonewire.signaling.server.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.netty.handler.codec.http.FullHttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.server.http.Access;
import org.tonewire.signaling.server.http.HttpReplies;
import org.tonewire.signaling.server.http.Route;
import org.tonewire.signaling.server.http.WebRequest;

/// `GET /api/v1/rooms/ROOM/messages?since=ID`: the stored texts of data channels. Reads the
/// database on a virtual thread, `tonewire-messages`.
public final class MessagesRoute implements Route {
    private static final int MAX_MESSAGES = 500;

    private final SqliteMessages messages;
    private final Supplier<Access> access;

    public MessagesRoute(SqliteMessages messages, Supplier<Access> access) {
        this.messages = messages;
        this.access = access;
    }

    @Override
    public Optional<CompletionStage<FullHttpResponse>> answer(WebRequest request) {
        List<String> path = request.target().path();
        if (path.size() != 5
                || !path.subList(0, 3).equals(List.of("api", "v1", "rooms"))
                || !path.get(4).equals("messages")) {
            return Route.notMine();
        }
        if (!request.isRead()) {
            return Route.now(HttpReplies.methodNotAllowed());
        }
        if (!access.get().admitsToken(request.target(), request.headers())) {
            return Route.now(HttpReplies.unauthorized());
        }
        Optional<RoomName> room = RoomName.parse(path.get(3));
        String since = request.target().query().getOrDefault("since", "0");
        if (room.isEmpty() || !since.matches("\\d{1,18}")) {
            return Route.now(HttpReplies.badRequest());
        }
        return Route.later(
                CompletableFuture.supplyAsync(
                        () -> HttpReplies.json(read(room.get(), Long.parseLong(since))),
                        task -> Thread.ofVirtual().name("tonewire-messages").start(task)));
    }

    private String read(RoomName room, long since) {
        try {
            JsonArray list = new JsonArray();
            long last = since;
            for (SqliteMessages.StoredMessage stored : messages.since(room, since, MAX_MESSAGES)) {
                JsonObject message = new JsonObject();
                message.addProperty("id", stored.id());
                message.addProperty("sender", stored.sender());
                message.addProperty("text", stored.text());
                message.addProperty("at", stored.at().toString());
                list.add(message);
                last = stored.id();
            }
            JsonObject answer = new JsonObject();
            answer.add("messages", list);
            answer.addProperty("last", last);
            return answer.toString();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}

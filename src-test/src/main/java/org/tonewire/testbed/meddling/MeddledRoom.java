package org.tonewire.testbed.meddling;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The one room of a [MeddlingServer]. Thread-safe.
final class MeddledRoom {
    private final Map<Channel, JsonObject> members = new LinkedHashMap<>();
    private final List<Relayed> relayed = new ArrayList<>();
    private Meddler meddler = message -> List.of(message.message());
    private int lastId;

    synchronized void meddle(Meddler next) {
        meddler = next;
    }

    synchronized List<Relayed> relayed() {
        return relayed.stream()
                .map(each -> new Relayed(each.from(), each.to(), each.message().deepCopy()))
                .toList();
    }

    synchronized void forget() {
        members.clear();
    }

    synchronized Set<String> names() {
        return Set.copyOf(members.values().stream().map(MeddledRoom::nameOf).toList());
    }

    synchronized Optional<JsonObject> info(String name) {
        return socket(name).map(members::get).map(JsonObject::deepCopy);
    }

    synchronized Optional<Channel> socket(String name) {
        return members.entrySet().stream()
                .filter(each -> nameOf(each.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    synchronized void received(Channel from, String text) {
        JsonObject message = JsonParser.parseString(text).getAsJsonObject();
        switch (message.get("type").getAsString()) {
            case "hello" -> send(from, challenge());
            case "join", "open" -> enter(from, message);
            case "leave" -> left(from, message);
            default -> relay(from, message);
        }
    }

    synchronized void gone(Channel socket) {
        JsonObject info = members.remove(socket);
        if (info != null) {
            tellLeft(info, "lost", Optional.empty());
        }
    }

    private static JsonObject challenge() {
        JsonObject challenge = message("challenge");
        challenge.addProperty("version", 2);
        challenge.addProperty("server", "meddler");
        challenge.addProperty("nonce", "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8");
        return challenge;
    }

    private void enter(Channel socket, JsonObject join) {
        JsonObject identity = join.getAsJsonObject("identity");
        identity.remove("signature");
        members.values().removeIf(each -> each.getAsJsonObject("identity").equals(identity));
        JsonObject info = new JsonObject();
        info.addProperty("id", "member" + ++lastId);
        info.add("name", join.get("name"));
        info.add("identity", identity);
        JsonArray others = new JsonArray();
        members.values().forEach(others::add);
        JsonObject joined = message("joined");
        joined.addProperty("room", "studio");
        joined.add("self", info);
        joined.addProperty("resumeSeconds", 6);
        joined.addProperty("resumed", false);
        joined.add("participants", others);
        send(socket, joined);
        JsonObject news = message("participant-joined");
        news.add("participant", info);
        members.keySet().forEach(other -> send(other, news));
        members.put(socket, info);
    }

    private void left(Channel socket, JsonObject leave) {
        JsonObject info = members.remove(socket);
        if (info != null) {
            tellLeft(info, "left", Optional.ofNullable(leave.get("seal")).map(Object::toString));
        }
        var _ = socket.close();
    }

    private void tellLeft(JsonObject info, String reason, Optional<String> seal) {
        JsonObject news = message("participant-left");
        news.add("id", info.get("id"));
        news.addProperty("reason", reason);
        seal.ifPresent(text -> news.add("seal", JsonParser.parseString(text)));
        members.keySet().forEach(other -> send(other, news));
    }

    private void relay(Channel socket, JsonObject message) {
        JsonObject from = members.get(socket);
        String to = message.remove("to").getAsString();
        members.entrySet().stream()
                .filter(each -> each.getValue().get("id").getAsString().equals(to))
                .findFirst()
                .ifPresent(receiver -> {
                    if (from != null) {
                        message.add("from", from.get("id"));
                        String name = nameOf(receiver.getValue());
                        relayed.add(new Relayed(nameOf(from), name, message.deepCopy()));
                        meddler.meddle(new Relayed(nameOf(from), name, message))
                                .forEach(each -> send(receiver.getKey(), each));
                    }
                });
    }

    private static String nameOf(JsonObject info) {
        return info.get("name").getAsString();
    }

    private static JsonObject message(String type) {
        JsonObject message = new JsonObject();
        message.addProperty("type", type);
        return message;
    }

    private static void send(Channel to, JsonObject message) {
        var _ = to.writeAndFlush(new TextWebSocketFrame(message.toString()));
    }
}

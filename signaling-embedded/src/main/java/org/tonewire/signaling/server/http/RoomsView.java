package org.tonewire.signaling.server.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.Visibility;

/// Which rooms a caller of the room list may see. The name of an unlisted room is shown only to
/// callers on the same computer that neither come through a proxy nor use another host name.
public enum RoomsView {
    LISTED,
    ALL;

    /// What the caller on this channel may see.
    public static RoomsView of(Channel channel, HttpHeaders headers) {
        boolean near =
                channel.remoteAddress() instanceof InetSocketAddress remote
                        && remote.getAddress().isLoopbackAddress();
        boolean forwarded =
                headers.contains("Forwarded")
                        || headers.contains("X-Forwarded-For")
                        || headers.contains("X-Real-IP")
                        || headers.contains("Via");
        return near && !forwarded && isLocal(headers.get(HttpHeaderNames.HOST)) ? ALL : LISTED;
    }

    /// The response to `GET /api/v1/rooms`.
    public String json(List<Rooms.Summary> summaries) {
        JsonArray rooms = new JsonArray();
        for (Rooms.Summary summary : summaries) {
            if (shows(summary)) {
                rooms.add(json(summary));
            }
        }
        JsonObject answer = new JsonObject();
        answer.add("rooms", rooms);
        answer.addProperty("total", rooms.size());
        return answer.toString();
    }

    /// The response to `GET /api/v1/rooms/ROOM`; empty if the room does not exist or is hidden from
    /// the caller.
    public Optional<String> json(List<Rooms.Summary> summaries, String name) {
        return summaries.stream()
                .filter(summary -> summary.name().value().equals(name) && shows(summary))
                .findFirst()
                .map(summary -> {
                    JsonObject room = json(summary);
                    JsonArray ids = new JsonArray();
                    summary.members().forEach(id -> ids.add(id.value()));
                    room.add("ids", ids);
                    return room.toString();
                });
    }

    private boolean shows(Rooms.Summary summary) {
        return this == ALL || summary.visibility() == Visibility.LISTED;
    }

    private static JsonObject json(Rooms.Summary summary) {
        JsonObject room = new JsonObject();
        room.addProperty("name", summary.name().value());
        room.addProperty("participants", summary.participants());
        return room;
    }

    private static boolean isLocal(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "");
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
    }
}

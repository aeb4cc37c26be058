package org.tonewire.signaling.server.keep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.KeptRoom;

/// The text of the file of kept rooms. Times in it are of the calendar, as the clock of the rooms
/// begins again with each start.
///
/// @param now of the calendar
/// @param nowNanos the same time by the clock of the rooms
record KeptRoomsJson(Instant now, long nowNanos) {
    private static final int VERSION = 1;
    private static final String EMPTY_SINCE = "emptySince";

    String write(List<KeptRoom> rooms) {
        JsonArray all = new JsonArray();
        for (KeptRoom room : rooms) {
            JsonObject one = new JsonObject();
            one.addProperty("room", room.name().value());
            one.addProperty("accessKey", room.key().base64Url());
            one.addProperty("owner", room.owner().text());
            one.addProperty("keepSeconds", room.keep().toSeconds());
            one.addProperty("made", at(room.madeNanos()).toString());
            room.emptySinceNanos()
                    .ifPresent(nanos -> one.addProperty(EMPTY_SINCE, at(nanos).toString()));
            all.add(one);
        }
        JsonObject root = new JsonObject();
        root.addProperty("version", VERSION);
        root.add("rooms", all);
        return root.toString();
    }

    /// @throws JsonParseException if the text is no such file, or of a newer version
    List<KeptRoom> read(String text) {
        try {
            JsonObject root = JsonParser.parseString(text).getAsJsonObject();
            if (root.get("version").getAsInt() != VERSION) {
                throw new JsonParseException("no kept rooms of this version");
            }
            List<KeptRoom> rooms = new ArrayList<>();
            for (JsonElement one : root.getAsJsonArray("rooms")) {
                rooms.add(room(one.getAsJsonObject()));
            }
            return rooms;
        } catch (IllegalStateException
                | ClassCastException
                | UnsupportedOperationException
                | NumberFormatException
                | NullPointerException
                | ArithmeticException
                | DateTimeParseException e) {
            throw new JsonParseException("no kept rooms", e);
        }
    }

    private KeptRoom room(JsonObject one) {
        return new KeptRoom(
                needed(RoomName.parse(one.get("room").getAsString())),
                needed(AccessKey.parse(one.get("accessKey").getAsString())),
                needed(OwnerHash.parse(one.get("owner").getAsString())),
                Duration.ofSeconds(Math.max(0, one.get("keepSeconds").getAsInt())),
                nanos(one.get("made").getAsString()),
                one.has(EMPTY_SINCE)
                        ? OptionalLong.of(nanos(one.get(EMPTY_SINCE).getAsString()))
                        : OptionalLong.empty());
    }

    private static <T> T needed(Optional<T> value) {
        return value.orElseThrow(() -> new JsonParseException("a room without a name or key"));
    }

    private Instant at(long nanos) {
        return now.minusNanos(nowNanos - nanos);
    }

    /// A clock that was set back makes no time to come of it.
    private long nanos(String instant) {
        Duration ago = Duration.between(Instant.parse(instant), now);
        return nowNanos - Math.max(0, ago.toNanos());
    }
}

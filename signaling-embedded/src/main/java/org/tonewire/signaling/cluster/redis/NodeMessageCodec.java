package org.tonewire.signaling.cluster.redis;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.cluster.NodeId;
import org.tonewire.signaling.cluster.NodeMessage;
import org.tonewire.signaling.cluster.NodeMessage.Home;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.RoomRecord;
import org.tonewire.signaling.room.Rooms;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Visibility;

/// The text of messages between servers of a cluster, and of rooms in the store: JSON with a
/// version. Thread-safe.
final class NodeMessageCodec {
    /// Servers of another version do not understand each other.
    static final int VERSION = 1;

    /// More than the list of a full room needs.
    static final int MAX_CHARACTERS = 4 * 1024 * 1024;

    private static final String RECORD = "record";
    private static final String ROOM = "room";
    private static final String TYPE = "type";
    private static final String LISTED = "listed";

    private final MemberJson members;

    NodeMessageCodec(WireClock clock) {
        this.members = new MemberJson(clock);
    }

    /// A message as it arrived.
    ///
    /// @param number of the sender, again the same if it is sent again
    record Received(NodeId from, long number, NodeMessage message) {}

    String encode(NodeId from, long number, NodeMessage message) {
        JsonObject json = write(message);
        json.addProperty("v", VERSION);
        json.addProperty("node", from.number());
        json.addProperty("number", number);
        return json.toString();
    }

    /// Empty if it is too long, of another version, or not a message at all.
    Optional<Received> decode(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        try {
            WireFields fields = fields(text);
            return Optional.of(
                    new Received(
                            new NodeId(fields.number("node")),
                            fields.number("number"),
                            read(fields)));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    String encode(RoomRecord room) {
        JsonObject json = members.write(room);
        json.addProperty("v", VERSION);
        return json.toString();
    }

    /// Empty if it is not a room that a server of this version wrote.
    Optional<RoomRecord> decodeRoom(String text) {
        try {
            return Optional.of(members.room(fields(text)));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// What the list of rooms has of it.
    String encodeSummary(RoomRecord room) {
        JsonObject json = new JsonObject();
        json.addProperty("v", VERSION);
        json.addProperty(ROOM, room.name().value());
        json.addProperty(LISTED, room.key().isEmpty());
        json.add(
                "ids",
                WireFields.array(
                        room.members(),
                        member -> new JsonPrimitive(member.participant().id().value())));
        return json.toString();
    }

    Optional<Rooms.Summary> decodeSummary(String text) {
        try {
            WireFields fields = fields(text);
            return Optional.of(
                    new Rooms.Summary(
                            room(fields),
                            fields.texts("ids").stream().map(ParticipantId::new).toList(),
                            fields.truth(LISTED) ? Visibility.LISTED : Visibility.UNLISTED));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    private static WireFields fields(String text) {
        if (JsonParser.parseString(text) instanceof JsonObject json
                && json.get("v") instanceof JsonPrimitive version
                && version.getAsInt() == VERSION) {
            return new WireFields(json);
        }
        throw new JsonParseException("not of this version");
    }

    private JsonObject write(NodeMessage message) {
        return switch (message) {
            case NodeMessage.Forward(RoomName room, var event, int hops) -> {
                JsonObject json = of("forward", room);
                json.add("event", EventJson.write(event));
                json.addProperty("hops", hops);
                yield json;
            }
            case NodeMessage.Effects(var effects) -> {
                JsonObject json = new JsonObject();
                json.addProperty(TYPE, "effects");
                json.add("effects", WireFields.array(effects, EffectJson::write));
                yield json;
            }
            case NodeMessage.Moved(RoomName room, Home home) -> {
                JsonObject json = of("moved", room);
                json.addProperty("home", home.node().number());
                json.addProperty("epoch", home.epoch());
                yield json;
            }
            case NodeMessage.Present present -> write(present);
            case NodeMessage.Roster(RoomName room, var participants, var missed) -> {
                JsonObject json = of("roster", room);
                json.add("participants", WireFields.array(participants, MemberJson::write));
                json.add("missed", WireFields.array(missed, EffectJson::write));
                yield json;
            }
        };
    }

    private JsonObject write(NodeMessage.Present present) {
        JsonObject json = of("present", present.name());
        present.room().ifPresent(room -> json.add(RECORD, members.write(room)));
        json.add("members", WireFields.array(present.members(), MemberJson::write));
        json.add(
                "alive",
                WireFields.array(present.alive(), each -> new JsonPrimitive(each.value())));
        json.add("listeners", WireFields.array(present.listeners(), EventJson::listen));
        return json;
    }

    private static JsonObject of(String type, RoomName room) {
        JsonObject json = new JsonObject();
        json.addProperty(TYPE, type);
        json.addProperty(ROOM, room.value());
        return json;
    }

    private NodeMessage read(WireFields fields) {
        return switch (fields.text(TYPE)) {
            case "forward" ->
                    new NodeMessage.Forward(
                            room(fields),
                            EventJson.read(fields.nested("event")),
                            fields.integer("hops"));
            case "effects" -> new NodeMessage.Effects(fields.list("effects", EffectJson::read));
            case "moved" ->
                    new NodeMessage.Moved(
                            room(fields),
                            new Home(new NodeId(fields.number("home")), fields.number("epoch")));
            case "present" ->
                    new NodeMessage.Present(
                            room(fields),
                            fields.optional(RECORD, all -> members.room(all.nested(RECORD))),
                            connected(fields.list("members", MemberJson::member)),
                            connections(fields.numbers("alive")),
                            fields.list("listeners", EventJson::readListen));
            case "roster" ->
                    new NodeMessage.Roster(
                            room(fields),
                            fields.list("participants", MemberJson::participant),
                            fields.list("missed", EffectJson::readDeliver));
            default -> throw new JsonParseException("no message");
        };
    }

    private static List<RoomRecord.Member> connected(List<RoomRecord.Member> members) {
        if (members.stream().anyMatch(member -> member.connection().isEmpty())) {
            throw new JsonParseException("a member without a connection");
        }
        return members;
    }

    private static Set<ConnectionId> connections(List<Long> numbers) {
        Set<ConnectionId> connections = new LinkedHashSet<>();
        for (long number : numbers) {
            ConnectionId connection = new ConnectionId(number);
            var _ = NodeId.of(connection);
            connections.add(connection);
        }
        return connections;
    }

    private static RoomName room(WireFields fields) {
        return fields.value(ROOM, RoomName::parse);
    }
}

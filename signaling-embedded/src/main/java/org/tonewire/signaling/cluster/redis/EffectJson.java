package org.tonewire.signaling.cluster.redis;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage.Resumption;
import org.tonewire.signaling.protocol.WireName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.RoomEffect;

/// The JSON of what the home of a room has other servers do.
final class EffectJson {
    private static final String TYPE = "type";
    private static final String TO = "to";
    private static final String MEMBER = "member";
    private static final String REASON = "reason";
    private static final String ROOM = "room";
    private static final String KEEP = "keep";
    private static final String CLOSES = "closes";
    private static final String AGE = "age";
    private static final String WHO = "who";
    private static final String SEAL = "seal";

    private EffectJson() {}

    static JsonObject write(RoomEffect.ToConnection effect) {
        return switch (effect) {
            case RoomEffect.Deliver deliver -> write(deliver);
            case RoomEffect.Refuse(ConnectionId to, RefusalReason reason) -> {
                JsonObject json = of("refuse", to);
                json.addProperty(REASON, reason.wireName());
                yield json;
            }
            case RoomEffect.Supersede(ConnectionId to, ParticipantId id) -> of("supersede", to, id);
            case RoomEffect.KeyChanged(ConnectionId to, ParticipantId id) ->
                    of("key-changed", to, id);
            case RoomEffect.RoomEnded(ConnectionId to, ParticipantId id) ->
                    of("room-ended", to, id);
            case RoomEffect.UnknownTarget(ConnectionId to, ParticipantId id) ->
                    of("unknown-target", to, id);
            case RoomEffect.NotInRoom(ConnectionId to, ParticipantId id) ->
                    of("not-in-room", to, id);
            case RoomEffect.NotAllowed(ConnectionId to) -> of("not-allowed", to);
            case RoomEffect.OwnerHeard(ConnectionId to, RoomName room, Optional<Duration> keep) -> {
                JsonObject json = of("owner-heard", to);
                json.addProperty(ROOM, room.value());
                keep.ifPresent(time -> json.addProperty(KEEP, time.toMillis()));
                yield json;
            }
            case RoomEffect.RoomShown(ConnectionId to, RoomState state) -> {
                JsonObject json = of("room-shown", to);
                write(state, json);
                yield json;
            }
        };
    }

    private static void write(RoomState state, JsonObject json) {
        json.addProperty(ROOM, state.room().value());
        json.addProperty("participants", state.participants());
        json.addProperty(KEEP, state.keep().toMillis());
        state.closesIn().ifPresent(time -> json.addProperty(CLOSES, time.toMillis()));
        state.age().ifPresent(time -> json.addProperty(AGE, time.toMillis()));
    }

    static JsonObject write(RoomEffect.Deliver deliver) {
        return switch (deliver.delivery()) {
            case Delivery.Welcome welcome -> {
                JsonObject json = of("welcome", deliver);
                json.addProperty(ROOM, welcome.room().value());
                json.add(WHO, MemberJson.write(welcome.self()));
                json.addProperty("seconds", welcome.resumption().seconds());
                json.addProperty("resumed", welcome.resumption().resumed());
                json.add("others", WireFields.array(welcome.others(), MemberJson::write));
                yield json;
            }
            case Delivery.Joined(var who) -> {
                JsonObject json = of("joined", deliver);
                json.add(WHO, MemberJson.write(who));
                yield json;
            }
            case Delivery.Replaced(var who) -> {
                JsonObject json = of("replaced", deliver);
                json.add(WHO, MemberJson.write(who));
                yield json;
            }
            case Delivery.Left(ParticipantId id, LeaveReason reason, Optional<Seal> seal) -> {
                JsonObject json = of("left", deliver);
                json.addProperty("id", id.value());
                json.addProperty(REASON, reason.wireName());
                seal.ifPresent(present -> json.addProperty(SEAL, present.text()));
                yield json;
            }
            case Delivery.Relayed(var from, var content) -> {
                JsonObject json = of("relayed", deliver);
                json.add(WHO, MemberJson.write(from));
                json.add("content", EventJson.content(content));
                yield json;
            }
        };
    }

    private static JsonObject of(String type, RoomEffect.Deliver deliver) {
        return of(type, deliver.to(), deliver.member());
    }

    private static JsonObject of(String type, ConnectionId to, ParticipantId member) {
        JsonObject json = of(type, to);
        json.addProperty(MEMBER, member.value());
        return json;
    }

    private static JsonObject of(String type, ConnectionId to) {
        JsonObject json = new JsonObject();
        json.addProperty(TYPE, type);
        json.addProperty(TO, to.value());
        return json;
    }

    static RoomEffect.ToConnection read(WireFields fields) {
        ConnectionId to = fields.connection(TO);
        return switch (fields.text(TYPE)) {
            case "refuse" -> new RoomEffect.Refuse(to, constant(fields, RefusalReason.class));
            case "supersede" -> new RoomEffect.Supersede(to, member(fields));
            case "key-changed" -> new RoomEffect.KeyChanged(to, member(fields));
            case "room-ended" -> new RoomEffect.RoomEnded(to, member(fields));
            case "unknown-target" -> new RoomEffect.UnknownTarget(to, member(fields));
            case "not-in-room" -> new RoomEffect.NotInRoom(to, member(fields));
            case "not-allowed" -> new RoomEffect.NotAllowed(to);
            case "owner-heard" ->
                    new RoomEffect.OwnerHeard(
                            to, room(fields), fields.optional(KEEP, all -> all.millis(KEEP)));
            case "room-shown" ->
                    new RoomEffect.RoomShown(
                            to,
                            new RoomState(
                                    room(fields),
                                    fields.integer("participants"),
                                    fields.millis(KEEP),
                                    fields.optional(CLOSES, all -> all.millis(CLOSES)),
                                    fields.optional(AGE, all -> all.millis(AGE))));
            default -> readDeliver(fields);
        };
    }

    static RoomEffect.Deliver readDeliver(WireFields fields) {
        return new RoomEffect.Deliver(fields.connection(TO), member(fields), delivery(fields));
    }

    private static Delivery delivery(WireFields fields) {
        return switch (fields.text(TYPE)) {
            case "welcome" ->
                    new Delivery.Welcome(
                            room(fields),
                            MemberJson.participant(fields.nested(WHO)),
                            new Resumption(fields.integer("seconds"), fields.truth("resumed")),
                            fields.list("others", MemberJson::participant));
            case "joined" -> new Delivery.Joined(MemberJson.participant(fields.nested(WHO)));
            case "replaced" -> new Delivery.Replaced(MemberJson.participant(fields.nested(WHO)));
            case "left" ->
                    new Delivery.Left(
                            fields.value("id", ParticipantId::parse),
                            constant(fields, LeaveReason.class),
                            fields.optionalValue(SEAL, Seal::parse));
            case "relayed" ->
                    new Delivery.Relayed(
                            MemberJson.participant(fields.nested(WHO)),
                            EventJson.readContent(fields));
            default -> throw new JsonParseException("no effect");
        };
    }

    private static <E extends Enum<E> & WireName> E constant(WireFields fields, Class<E> type) {
        return fields.value(REASON, text -> WireName.parse(type, text));
    }

    private static ParticipantId member(WireFields fields) {
        return fields.value(MEMBER, ParticipantId::parse);
    }

    private static RoomName room(WireFields fields) {
        return fields.value(ROOM, RoomName::parse);
    }
}

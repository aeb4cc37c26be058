package org.tonewire.signaling.cluster.redis;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.tonewire.signaling.dialect.Signal;
import org.tonewire.signaling.dialect.SignalJson;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Address;

/// The JSON of events that a server passes on to the home of a room.
final class EventJson {
    private static final String TYPE = "type";
    private static final String BY = "by";
    private static final String ROOM = "room";
    private static final String WHO = "who";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CONTENT = "content";
    private static final String KEY = "key";
    private static final String OWNER = "owner";
    private static final String KEEP = "keep";
    private static final String AGE = "age";
    private static final String SEAL = "seal";
    private static final String ID = "id";
    private static final String NONCE = "nonce";
    private static final String PROOF = "proof";

    private EventJson() {}

    /// @throws IllegalArgumentException if the event never leaves its server
    static JsonObject write(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Enter enter -> enter(enter);
            case RoomEvent.Listen listen -> listen(listen);
            case RoomEvent.StopListening(ConnectionId by) -> of("stop-listening", by);
            case RoomEvent.UpdateProfile(ConnectionId by, var who) -> {
                JsonObject json = of("profile", by);
                json.add(WHO, MemberJson.write(who));
                yield json;
            }
            case RoomEvent.Relay relay -> {
                JsonObject json = message("relay", relay.by(), relay.from(), relay.content());
                json.addProperty(TO, relay.to().value());
                yield json;
            }
            case RoomEvent.Broadcast broadcast ->
                    message("broadcast", broadcast.by(), broadcast.from(), broadcast.content());
            case RoomEvent.Leave(ConnectionId by, ParticipantId from, Optional<Seal> seal) -> {
                JsonObject json = of("leave", by);
                json.addProperty(FROM, from.value());
                seal.ifPresent(present -> json.addProperty(SEAL, present.text()));
                yield json;
            }
            case RoomEvent.ConnectionClosed(ConnectionId by) -> of("closed", by);
            case RoomEvent.ConnectionLost(ConnectionId by) -> of("lost", by);
            case RoomEvent.ConnectionCut(ConnectionId by) -> of("cut", by);
            case RoomEvent.Own own -> own(own);
            case RoomEvent.Query query ->
                    shown("query", query.by(), query.room(), query.key(), query.owner());
            case RoomEvent.End end -> shown("end", end.by(), end.room(), end.key(), end.owner());
            case RoomEvent.ChangeKey _, RoomEvent.Tick _ ->
                    throw new IllegalArgumentException("an event of one server");
        };
    }

    private static JsonObject enter(RoomEvent.Enter enter) {
        JsonObject json = of("enter", enter.by(), enter.room());
        json.add(WHO, MemberJson.write(enter.profile()));
        switch (enter.credential()) {
            case Credential.Key(AccessKey key, Optional<OwnerHash> owner) -> {
                json.addProperty(KEY, key.base64Url());
                owner.ifPresent(hash -> json.addProperty(OWNER, hash.text()));
            }
            case Credential.Proof proof -> write(proof, json);
            case Credential.None() -> {}
        }
        if (enter.address() instanceof Address.Claimed(ParticipantId id)) {
            json.addProperty(ID, id.value());
        }
        return json;
    }

    static JsonObject listen(RoomEvent.Listen listen) {
        JsonObject json = of("listen", listen.by(), listen.room());
        json.add(WHO, MemberJson.write(listen.self()));
        return json;
    }

    private static JsonObject own(RoomEvent.Own own) {
        JsonObject json = of("own", own.by(), own.room());
        json.addProperty(KEY, own.key().base64Url());
        json.addProperty(OWNER, own.owner().text());
        own.keep().ifPresent(keep -> json.addProperty(KEEP, keep.toMillis()));
        own.origin().network().ifPresent(from -> json.addProperty(FROM, from.text()));
        json.addProperty(AGE, own.origin().age().toMillis());
        return json;
    }

    private static JsonObject shown(
            String type, ConnectionId by, RoomName room, Credential.Proof proof, OwnerHash owner) {
        JsonObject json = of(type, by, room);
        write(proof, json);
        json.addProperty(OWNER, owner.text());
        return json;
    }

    private static void write(Credential.Proof proof, JsonObject json) {
        json.addProperty(NONCE, proof.nonce().base64Url());
        json.addProperty(PROOF, proof.proof().base64Url());
    }

    private static JsonObject message(
            String type, ConnectionId by, ParticipantId from, RelayedMessage content) {
        JsonObject json = of(type, by);
        json.addProperty(FROM, from.value());
        json.add(CONTENT, content(content));
        return json;
    }

    /// @throws IllegalArgumentException if it is not of a client
    static JsonObject content(RelayedMessage content) {
        if (content instanceof Signal signal) {
            return SignalJson.write(signal);
        }
        throw new IllegalArgumentException("not a message of a client");
    }

    private static JsonObject of(String type, ConnectionId by, RoomName room) {
        JsonObject json = of(type, by);
        json.addProperty(ROOM, room.value());
        return json;
    }

    private static JsonObject of(String type, ConnectionId by) {
        JsonObject json = new JsonObject();
        json.addProperty(TYPE, type);
        json.addProperty(BY, by.value());
        return json;
    }

    static RoomEvent read(WireFields fields) {
        ConnectionId by = fields.connection(BY);
        return switch (fields.text(TYPE)) {
            case "enter" -> readEnter(by, fields);
            case "listen" -> readListen(fields);
            case "stop-listening" -> new RoomEvent.StopListening(by);
            case "profile" ->
                    new RoomEvent.UpdateProfile(by, MemberJson.participant(fields.nested(WHO)));
            case "relay" ->
                    new RoomEvent.Relay(by, id(fields, FROM), id(fields, TO), readContent(fields));
            case "broadcast" -> new RoomEvent.Broadcast(by, id(fields, FROM), readContent(fields));
            case "leave" ->
                    new RoomEvent.Leave(
                            by, id(fields, FROM), fields.optionalValue(SEAL, Seal::parse));
            case "closed" -> new RoomEvent.ConnectionClosed(by);
            case "lost" -> new RoomEvent.ConnectionLost(by);
            case "cut" -> new RoomEvent.ConnectionCut(by);
            case "own" -> readOwn(by, fields);
            case "query" -> new RoomEvent.Query(by, room(fields), proof(fields), owner(fields));
            case "end" -> new RoomEvent.End(by, room(fields), proof(fields), owner(fields));
            default -> throw new JsonParseException("no event");
        };
    }

    private static RoomEvent readEnter(ConnectionId by, WireFields fields) {
        Credential credential =
                fields.has(KEY)
                        ? new Credential.Key(
                                fields.value(KEY, AccessKey::parse),
                                fields.optionalValue(OWNER, OwnerHash::parse))
                        : fields.has(PROOF) ? proof(fields) : new Credential.None();
        return new RoomEvent.Enter(
                by,
                room(fields),
                MemberJson.profile(fields.nested(WHO)),
                credential,
                fields.has(ID) ? new Address.Claimed(id(fields, ID)) : new Address.Assigned());
    }

    static RoomEvent.Listen readListen(WireFields fields) {
        return new RoomEvent.Listen(
                fields.connection(BY), room(fields), MemberJson.participant(fields.nested(WHO)));
    }

    private static RoomEvent readOwn(ConnectionId by, WireFields fields) {
        return new RoomEvent.Own(
                by,
                room(fields),
                fields.value(KEY, AccessKey::parse),
                owner(fields),
                fields.optional(KEEP, all -> all.millis(KEEP)),
                new RoomEvent.Origin(
                        fields.optional(FROM, all -> new ClientNetwork(all.text(FROM))),
                        fields.millis(AGE)));
    }

    private static Credential.Proof proof(WireFields fields) {
        return new Credential.Proof(
                fields.value(NONCE, Nonce::parse), fields.value(PROOF, JoinProof::parse));
    }

    private static OwnerHash owner(WireFields fields) {
        return fields.value(OWNER, OwnerHash::parse);
    }

    private static RoomName room(WireFields fields) {
        return fields.value(ROOM, RoomName::parse);
    }

    private static ParticipantId id(WireFields fields, String field) {
        return fields.value(field, ParticipantId::parse);
    }

    static RelayedMessage readContent(WireFields fields) {
        return SignalJson.read(fields.nested(CONTENT).json());
    }
}

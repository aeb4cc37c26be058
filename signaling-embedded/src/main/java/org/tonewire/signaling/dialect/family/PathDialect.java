package org.tonewire.signaling.dialect.family;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.dialect.CloseCode;
import org.tonewire.signaling.dialect.Conversation;
import org.tonewire.signaling.dialect.Conversation.Step;
import org.tonewire.signaling.dialect.Dialect;
import org.tonewire.signaling.dialect.Handshake;
import org.tonewire.signaling.dialect.JsonConversation;
import org.tonewire.signaling.dialect.JsonFrame;
import org.tonewire.signaling.dialect.JsonProtocol;
import org.tonewire.signaling.dialect.SessionDescription;
import org.tonewire.signaling.dialect.SessionDescription.Kind;
import org.tonewire.signaling.dialect.Signal;
import org.tonewire.signaling.dialect.Signal.Original;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect.Deliver;
import org.tonewire.signaling.room.event.RoomEvent;

/// Clients that name room and id in the path, `/webrtc/signaling/{room}/{peer}`, and enter the room
/// as soon as the socket is open.
public final class PathDialect implements Dialect.AtPath {
    public static final Family FAMILY = new Family("path");

    private static final List<String> PREFIX = List.of("webrtc", "signaling");
    private static final int SEGMENTS = 4;

    @Override
    public Family family() {
        return FAMILY;
    }

    @Override
    public boolean servesPath(List<String> path) {
        return path.size() >= PREFIX.size() && path.subList(0, PREFIX.size()).equals(PREFIX);
    }

    @Override
    public Conversation begin(Handshake handshake) {
        return new JsonConversation(new Protocol(handshake));
    }

    /// The protocol state of one socket.
    private static final class Protocol implements JsonProtocol {
        private final ConnectionId connection;
        private final Handshake handshake;
        private final Optional<RoomName> room;
        private final Optional<ParticipantId> self;

        Protocol(Handshake handshake) {
            this.handshake = handshake;
            this.connection = handshake.connection();
            List<String> path = handshake.path();
            boolean whole = path.size() == SEGMENTS;
            this.room = whole ? RoomName.parse(path.get(2)) : Optional.empty();
            this.self = whole ? ParticipantId.parse(path.get(3)) : Optional.empty();
        }

        @Override
        public Family family() {
            return FAMILY;
        }

        @Override
        public List<Step> opened() {
            if (room.isEmpty() || self.isEmpty()) {
                String wrong = room.isEmpty() ? "room-name-invalid" : "peer-id-invalid";
                return List.of(new Step.Close(CloseCode.POLICY, wrong));
            }
            return List.of(
                    new Step.Raise(
                            new RoomEvent.Enter(
                                    connection,
                                    room.get(),
                                    Profile.nameless(FAMILY),
                                    new Credential.None(),
                                    new RoomEvent.Address.Claimed(self.get()))));
        }

        @Override
        public List<Step> received(JsonFrame frame) {
            String type = frame.text("type").orElse("");
            return switch (type) {
                case "offer" -> relayDescription(type, Kind.OFFER, frame);
                case "answer" -> relayDescription(type, Kind.ANSWER, frame);
                case "ice_candidate" ->
                        frame.json().has("candidate")
                                ? relay(
                                        type,
                                        new Signal.Candidate(
                                                frame.json().get("candidate"), original(frame)),
                                        frame)
                                : ignore("an ice_candidate without candidate");
                default ->
                        handshake.handled().contains(type)
                                ? List.of(new Step.Handle(self.orElseThrow(), type, frame.json()))
                                : ignore("a message of no known type");
            };
        }

        @Override
        public List<Step> notified(Deliver deliver) {
            return switch (deliver.delivery()) {
                case Delivery.Welcome welcome ->
                        welcome.others().isEmpty()
                                ? List.of()
                                : List.of(
                                        JsonBuilder.ofType("existing_peers")
                                                .with("peers", welcome.others())
                                                .send());
                case Delivery.Joined(Participant who) -> List.of(peer("peer_joined", who.id()));
                case Delivery.Replaced(Participant who) -> List.of(peer("peer_joined", who.id()));
                case Delivery.Left(ParticipantId id, _, _) -> List.of(peer("peer_left", id));
                case Delivery.Relayed(Participant from, RelayedMessage content) ->
                        content instanceof Signal signal ? relayed(from.id(), signal) : List.of();
            };
        }

        private List<Step> relayDescription(String type, Kind kind, JsonFrame frame) {
            return frame.value(type)
                    .flatMap(form -> SessionDescription.parse(kind, form))
                    .map(session ->
                            relay(type, new Signal.Description(session, original(frame)), frame))
                    .orElseGet(() -> ignore("an " + type + " without its description"));
        }

        private List<Step> relay(String type, Signal signal, JsonFrame frame) {
            return frame.id("target_peer_id")
                    .map(to ->
                            List.<Step>of(
                                    new Step.Understood(type),
                                    new Step.Raise(
                                            new RoomEvent.Relay(
                                                    connection, self.orElseThrow(), to, signal))))
                    .orElseGet(() ->
                            ignore(
                                    frame.idFault("target_peer_id")
                                            .map(why -> "a target_peer_id that is " + why)
                                            .orElse("a message without target_peer_id")));
        }

        private static List<Step> relayed(ParticipantId from, Signal signal) {
            if (signal.original() instanceof Original.Json(Family family, JsonObject json, _)
                    && family.equals(FAMILY)) {
                return List.of(
                        new JsonBuilder()
                                .withAllOf(json, "target_peer_id", "from_peer_id")
                                .with("from_peer_id", from)
                                .send());
            }
            return switch (signal) {
                case Signal.Description(SessionDescription session, _) ->
                        List.of(
                                from(
                                        from,
                                        session.kind().type(),
                                        session.kind().type(),
                                        session.object()));
                case Signal.Candidate(JsonElement candidate, _) ->
                        List.of(from(from, "ice_candidate", "candidate", candidate));
                case Signal.Custom(String type, JsonObject payload, _) ->
                        List.of(
                                JsonBuilder.ofType(type)
                                        .withAllOf(payload, "type", "from_peer_id")
                                        .with("from_peer_id", from)
                                        .send());
                case Signal.Other _ -> List.of();
            };
        }

        private static Step from(
                ParticipantId from, String type, String field, JsonElement content) {
            return JsonBuilder.ofType(type).with(field, content).with("from_peer_id", from).send();
        }

        private static Step peer(String type, ParticipantId id) {
            return JsonBuilder.ofType(type).with("peer_id", id).send();
        }

        private static Original original(JsonFrame frame) {
            return new Original.Json(FAMILY, frame);
        }

        private static List<Step> ignore(String why) {
            return List.of(new Step.Ignore(why));
        }
    }
}

package org.tonewire.signaling.dialect.family;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Truncation;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect.Deliver;
import org.tonewire.signaling.room.event.RoomEvent;

/// Clients that send `register` with an id and a room. The only one of these families whose clients
/// receive error messages.
public final class RegisterDialect implements Dialect.ByFirstFrame {
    public static final Family FAMILY = new Family("register");

    private static final int MAX_TYPE = 64;
    private static final String SDP_FAULT = "neither a text nor an object with a text sdp";

    @Override
    public Family family() {
        return FAMILY;
    }

    /// Any frame with a `type`. Asked last, so that a client with a type that no family knows
    /// receives an error.
    @Override
    public boolean matchesFirstFrame(JsonObject frame) {
        return frame.has("type");
    }

    @Override
    public Conversation begin(Handshake handshake) {
        return new JsonConversation(new Protocol(handshake));
    }

    /// The protocol state of one socket.
    private static final class Protocol implements JsonProtocol {
        private final ConnectionId connection;
        private final Handshake handshake;
        private Optional<ParticipantId> self = Optional.empty();

        Protocol(Handshake handshake) {
            this.handshake = handshake;
            this.connection = handshake.connection();
        }

        @Override
        public Family family() {
            return FAMILY;
        }

        @Override
        public List<Step> received(JsonFrame frame) {
            String type = frame.text("type").orElse("");
            return switch (type) {
                case "register" -> register(frame);
                case "offer" -> relayDescription(type, Kind.OFFER, frame);
                case "answer" -> relayDescription(type, Kind.ANSWER, frame);
                case "ice_candidate" ->
                        frame.json().has("candidate")
                                ? relay(
                                        type,
                                        new Signal.Candidate(
                                                frame.json().get("candidate"),
                                                new Original.Json(FAMILY, frame)),
                                        frame)
                                : error("Missing candidate");
                case "" -> wrong("type", frame.fault("type", "a text"));
                default -> other(type, frame);
            };
        }

        @Override
        public List<Step> notified(Deliver deliver) {
            return switch (deliver.delivery()) {
                case Delivery.Welcome welcome ->
                        List.of(
                                JsonBuilder.ofType("registered")
                                        .with("client_id", welcome.self().id())
                                        .with("room_id", welcome.room().value())
                                        .with("peers", welcome.others())
                                        .send());
                case Delivery.Joined(Participant who) -> List.of(joined(who));
                case Delivery.Replaced(Participant who) -> List.of(joined(who));
                case Delivery.Left(ParticipantId id, _, _) ->
                        List.of(JsonBuilder.ofType("peer_left").with("client_id", id).send());
                case Delivery.Relayed(Participant from, RelayedMessage content) ->
                        content instanceof Signal signal ? relayed(from.id(), signal) : List.of();
            };
        }

        @Override
        public List<Step> refused(RefusalReason reason) {
            return error("Room refused: " + reason.wireName());
        }

        @Override
        public List<Step> targetUnknown(ParticipantId target) {
            return error("Unknown target_id: " + target);
        }

        private List<Step> register(JsonFrame frame) {
            Optional<ParticipantId> id = frame.id("client_id");
            if (id.isEmpty()) {
                boolean given = frame.text("client_id").filter(String::isEmpty).isEmpty();
                return wrong("client_id", given ? frame.idFault("client_id") : Optional.empty());
            }
            Optional<RoomName> room =
                    frame.value("room_id").isEmpty()
                            ? Optional.of(Handshake.DEFAULT_ROOM)
                            : frame.room("room_id");
            if (room.isEmpty()) {
                return wrong("room_id", frame.roomFault("room_id"));
            }
            String clientType =
                    frame.value("client_type").isEmpty()
                            ? Profile.UNKNOWN_TYPE
                            : frame.text("client_type").orElse("");
            return clientType.isEmpty() || clientType.length() > MAX_TYPE
                    ? wrong(
                            "client_type",
                            frame.fault("client_type", "1 to " + MAX_TYPE + " characters"))
                    : enter(
                            id.get(),
                            room.get(),
                            new Profile(Optional.empty(), FAMILY, clientType, Optional.empty()));
        }

        /// Registering again moves the client: it leaves the old room first.
        private List<Step> enter(ParticipantId id, RoomName room, Profile profile) {
            List<Step> steps = new ArrayList<>();
            steps.add(new Step.Understood("register"));
            self.ifPresent(old ->
                    steps.add(
                            new Step.Raise(
                                    new RoomEvent.Leave(connection, old, Optional.empty()))));
            self = Optional.of(id);
            steps.add(
                    new Step.Raise(
                            new RoomEvent.Enter(
                                    connection,
                                    room,
                                    profile,
                                    new Credential.None(),
                                    new RoomEvent.Address.Claimed(id))));
            return steps;
        }

        private List<Step> relayDescription(String type, Kind kind, JsonFrame frame) {
            return frame.value("sdp")
                    .flatMap(form -> SessionDescription.parse(kind, form))
                    .map(session ->
                            relay(
                                    type,
                                    new Signal.Description(
                                            session, new Original.Json(FAMILY, frame)),
                                    frame))
                    .orElseGet(() -> wrong("sdp", frame.value("sdp").map(_ -> SDP_FAULT)));
        }

        private List<Step> relay(String type, Signal signal, JsonFrame frame) {
            if (self.isEmpty()) {
                return error("Not registered: register with a client_id first");
            }
            Optional<ParticipantId> to = frame.id("target_id");
            return to.isEmpty()
                    ? wrong("target_id", frame.idFault("target_id"))
                    : List.of(
                            new Step.Understood(type),
                            new Step.Raise(
                                    new RoomEvent.Relay(connection, self.get(), to.get(), signal)));
        }

        private List<Step> other(String type, JsonFrame frame) {
            if (self.isPresent() && handshake.handled().contains(type)) {
                return List.of(new Step.Handle(self.get(), type, frame.json()));
            }
            return error("Unknown message type: " + Truncation.toCodePoints(type, MAX_TYPE));
        }

        private static List<Step> relayed(ParticipantId from, Signal signal) {
            return switch (signal) {
                case Signal.Description(SessionDescription session, Original original) ->
                        List.of(
                                from(session.kind().type(), from)
                                        .with(
                                                "sdp",
                                                isOurs(original)
                                                        ? session.form()
                                                        : session.object())
                                        .send());
                case Signal.Candidate(JsonElement candidate, _) ->
                        List.of(from("ice_candidate", from).with("candidate", candidate).send());
                case Signal.Custom(String type, JsonObject payload, _) ->
                        List.of(from(type, from).withAllOf(payload, "type", "sender_id").send());
                case Signal.Other _ -> List.of();
            };
        }

        private static boolean isOurs(Original original) {
            return original instanceof Original.Json(Family family, _, _) && family.equals(FAMILY);
        }

        private static JsonBuilder from(String type, ParticipantId sender) {
            return JsonBuilder.ofType(type).with("sender_id", sender);
        }

        private static Step joined(Participant who) {
            return JsonBuilder.ofType("peer_joined")
                    .with("client_id", who.id())
                    .with("client_type", who.profile().clientType())
                    .send();
        }

        /// @param fault empty if the field is missing
        private static List<Step> wrong(String field, Optional<String> fault) {
            return error(
                    fault.map(why -> "Invalid " + field + ": " + why).orElse("Missing " + field));
        }

        private static List<Step> error(String message) {
            return List.of(
                    new Step.Ignore("a message that was answered with an error"),
                    JsonBuilder.ofType("error").with("message", message).send());
        }
    }
}

package org.tonewire.signaling.dialect.family;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
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

/// Clients that log in under a name, or several, and send each other actions. They are not informed
/// of joins and leaves.
public final class LoginDialect implements Dialect.ByFirstFrame {
    public static final Family FAMILY = new Family("login");

    private static final String CANDIDATE = "candidate";

    @Override
    public Family family() {
        return FAMILY;
    }

    @Override
    public boolean matchesFirstFrame(JsonObject frame) {
        return frame.has("action");
    }

    @Override
    public Conversation begin(Handshake handshake) {
        return new JsonConversation(new Protocol(handshake));
    }

    /// The protocol state of one socket.
    private static final class Protocol implements JsonProtocol {
        private final ConnectionId connection;
        private final Handshake handshake;
        private final List<ParticipantId> names = new ArrayList<>();

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
            String action = frame.text("action").orElse("");
            if (action.equals("login")) {
                return handshake
                        .room()
                        .map(room -> login(room, frame))
                        .orElse(List.of(new Step.Close(CloseCode.POLICY, "room-name-invalid")));
            }
            if (action.isEmpty()) {
                return ignore("a message without an action");
            }
            if (names.isEmpty()) {
                return ignore("an action before a login");
            }
            ParticipantId from = frame.id("from").filter(names::contains).orElseGet(names::getLast);
            return handshake.handled().contains(action)
                    ? List.of(new Step.Handle(from, action, frame.json()))
                    : frame.id("to")
                            .map(to -> relay(from, to, action, frame))
                            .orElseGet(() -> ignore("an action to nobody"));
        }

        @Override
        public List<Step> notified(Deliver deliver) {
            return switch (deliver.delivery()) {
                case Delivery.Relayed(Participant from, RelayedMessage content) ->
                        content instanceof Signal signal
                                ? relayed(from.id(), deliver.member(), signal)
                                : List.of();
                case Delivery.Welcome _, Delivery.Joined _, Delivery.Left _, Delivery.Replaced _ ->
                        List.of();
            };
        }

        private List<Step> login(RoomName room, JsonFrame frame) {
            Optional<ParticipantId> name = frame.id("data");
            if (name.isEmpty()) {
                return ignore("a login without a name");
            }
            names.remove(name.get());
            names.add(name.get());
            return List.of(
                    new Step.Understood("login"),
                    new Step.Raise(
                            new RoomEvent.Enter(
                                    connection,
                                    room,
                                    Profile.nameless(FAMILY),
                                    new Credential.None(),
                                    new RoomEvent.Address.Claimed(name.get()))));
        }

        private List<Step> relay(
                ParticipantId from, ParticipantId to, String action, JsonFrame frame) {
            Signal signal = signal(action, frame);
            String type = signal instanceof Signal.Other ? "other" : action;
            return List.of(
                    new Step.Understood(type),
                    new Step.Raise(new RoomEvent.Relay(connection, from, to, signal)));
        }

        private static Signal signal(String action, JsonFrame frame) {
            Original original = new Original.Json(FAMILY, frame);
            Optional<JsonElement> data = frame.value("data");
            Optional<Signal> understood =
                    switch (action) {
                        case "offer" ->
                                data.flatMap(form -> SessionDescription.parse(Kind.OFFER, form))
                                        .map(text -> new Signal.Description(text, original));
                        case "answer" ->
                                data.flatMap(form -> SessionDescription.parse(Kind.ANSWER, form))
                                        .map(text -> new Signal.Description(text, original));
                        case CANDIDATE -> data.map(form -> new Signal.Candidate(form, original));
                        default -> Optional.empty();
                    };
            return understood.orElseGet(() -> new Signal.Other(original));
        }

        private static List<Step> relayed(ParticipantId from, ParticipantId to, Signal signal) {
            if (signal.original() instanceof Original.Json(Family family, JsonObject json, _)
                    && family.equals(FAMILY)) {
                return List.of(withVerifiedSender(from, json));
            }
            return switch (signal) {
                case Signal.Description(SessionDescription session, _) ->
                        List.of(action(from, to, session.kind().type(), session.object()));
                case Signal.Candidate(JsonElement candidate, _) ->
                        List.of(action(from, to, CANDIDATE, candidate));
                case Signal.Custom(String type, JsonObject payload, _) ->
                        List.of(action(from, to, type, payload));
                case Signal.Other _ -> List.of();
            };
        }

        /// The frame as it arrived, with the true sender in `from`.
        private static Step withVerifiedSender(ParticipantId from, JsonObject json) {
            JsonBuilder message = new JsonBuilder();
            if (!json.has("from")) {
                message.with("from", from);
            }
            json.asMap()
                    .forEach((field, value) ->
                            message.with(
                                    field,
                                    field.equals("from")
                                            ? new JsonPrimitive(from.value())
                                            : value));
            return message.send();
        }

        private static Step action(
                ParticipantId from, ParticipantId to, String action, JsonElement data) {
            return new JsonBuilder()
                    .with("from", from)
                    .with("to", to)
                    .with("action", action)
                    .with("data", data)
                    .send();
        }

        private static List<Step> ignore(String why) {
            return List.of(new Step.Ignore(why));
        }
    }
}

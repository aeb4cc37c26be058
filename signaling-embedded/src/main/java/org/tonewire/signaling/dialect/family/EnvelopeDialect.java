package org.tonewire.signaling.dialect.family;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.tonewire.signaling.protocol.ParticipantName;
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

/// Clients that send `{"type":"UPPER CASE","payload":{…}}` and get their ids from the server. A
/// socket listens to its room as soon as it is open; JOIN makes it a member.
public final class EnvelopeDialect implements Dialect.ByFirstFrame {
    public static final Family FAMILY = new Family("envelope");

    private final Supplier<ParticipantId> ids;

    /// @param ids returns a new id of decimal digits for each call; called on any event loop
    public EnvelopeDialect(Supplier<ParticipantId> ids) {
        this.ids = ids;
    }

    @Override
    public Family family() {
        return FAMILY;
    }

    @Override
    public boolean matchesFirstFrame(JsonObject frame) {
        String type = new JsonFrame(frame, 0).text("type").orElse("");
        return !type.isEmpty()
                && type.equals(type.toUpperCase(Locale.ROOT))
                && !type.equals(type.toLowerCase(Locale.ROOT));
    }

    @Override
    public Conversation begin(Handshake handshake) {
        return new JsonConversation(new Protocol(handshake, ids.get()));
    }

    /// The protocol state of one socket.
    private static final class Protocol implements JsonProtocol {
        private final Handshake handshake;
        private final ConnectionId connection;
        private Participant self;
        private boolean silent = true;

        Protocol(Handshake handshake, ParticipantId id) {
            this.handshake = handshake;
            this.connection = handshake.connection();
            this.self = new Participant(id, Profile.nameless(FAMILY));
        }

        @Override
        public Family family() {
            return FAMILY;
        }

        @Override
        public List<Step> opened() {
            return handshake
                    .room()
                    .map(room -> raise(new RoomEvent.Listen(connection, room, self)))
                    .orElse(List.of());
        }

        @Override
        public List<Step> abandoned() {
            return raise(new RoomEvent.StopListening(connection));
        }

        @Override
        public List<Step> received(JsonFrame frame) {
            Optional<RoomName> room = handshake.room();
            if (room.isEmpty()) {
                return List.of(new Step.Close(CloseCode.POLICY, "room-name-invalid"));
            }
            silent = false;
            JsonFrame payload = frame.object("payload").orElse(new JsonFrame(new JsonObject(), 0));
            String type = frame.text("type").orElse("");
            return switch (type) {
                case "CONFIRM_ID" -> confirm(payload);
                case "JOIN" -> join(room.get());
                case "OFFER" -> relayDescription(type, Kind.OFFER, payload, frame);
                case "ANSWER" -> relayDescription(type, Kind.ANSWER, payload, frame);
                case "CANDIDATE" ->
                        payload.json().has("candidate")
                                ? relay(
                                        type,
                                        new Signal.Candidate(
                                                payload.json().get("candidate"),
                                                original(type, payload)),
                                        frame)
                                : ignore("a CANDIDATE without payload.candidate");
                default ->
                        handshake.handled().contains(type)
                                ? List.of(new Step.Handle(self.id(), type, payload.json()))
                                : ignore("an envelope of no known type");
            };
        }

        @Override
        public List<Step> notified(Deliver deliver) {
            return switch (deliver.delivery()) {
                case Delivery.Joined(Participant who) -> joined(who);
                case Delivery.Replaced(Participant who) -> joined(who);
                case Delivery.Relayed(Participant from, RelayedMessage content) ->
                        content instanceof Signal signal && accepts(from)
                                ? relayed(from, signal)
                                : List.of();
                case Delivery.Welcome _, Delivery.Left _ -> List.of();
            };
        }

        private List<Step> confirm(JsonFrame payload) {
            Optional<ParticipantName> name =
                    payload.text("name")
                            .filter(text -> !text.isBlank())
                            .map(ParticipantName::parse)
                            .orElse(Optional.empty());
            self = new Participant(self.id(), new Profile(name, FAMILY));
            JsonBuilder answer = new JsonBuilder().with("user", user(self));
            return List.of(
                    new Step.Understood("CONFIRM_ID"),
                    new Step.Identified(),
                    new Step.Raise(new RoomEvent.UpdateProfile(connection, self)),
                    JsonBuilder.ofType("CONFIRM_ID").with("payload", answer.json()).send());
        }

        private List<Step> join(RoomName room) {
            return List.of(
                    new Step.Understood("JOIN"),
                    new Step.Raise(
                            new RoomEvent.Enter(
                                    connection,
                                    room,
                                    self.profile(),
                                    new Credential.None(),
                                    new RoomEvent.Address.Claimed(self.id()))));
        }

        private List<Step> relayDescription(
                String type, Kind kind, JsonFrame payload, JsonFrame frame) {
            return payload.value("sdp")
                    .flatMap(form -> SessionDescription.parse(kind, form))
                    .map(session ->
                            relay(
                                    type,
                                    new Signal.Description(session, original(type, payload)),
                                    frame))
                    .orElseGet(() -> ignore("an " + type + " without payload.sdp"));
        }

        private List<Step> relay(String type, Signal signal, JsonFrame frame) {
            if (frame.value("target").isEmpty()) {
                return List.of(
                        new Step.Understood(type),
                        new Step.Raise(new RoomEvent.Broadcast(connection, self.id(), signal)));
            }
            return frame.object("target")
                    .map(target -> target.id("id"))
                    .orElseGet(() -> frame.id("target"))
                    .map(to ->
                            List.<Step>of(
                                    new Step.Understood(type),
                                    new Step.Raise(
                                            new RoomEvent.Relay(
                                                    connection, self.id(), to, signal))))
                    .orElseGet(() -> ignore("an envelope whose target has no id"));
        }

        private List<Step> joined(Participant who) {
            return accepts(who) ? List.of(envelope("JOIN", who, new JsonObject())) : List.of();
        }

        private List<Step> relayed(Participant from, Signal signal) {
            if (signal.original() instanceof Original.Json(Family family, JsonObject json, _)
                    && family.equals(FAMILY)) {
                String type = json.get("type").getAsString();
                return List.of(envelope(type, from, json.getAsJsonObject("payload")));
            }
            return switch (signal) {
                case Signal.Description(SessionDescription session, _) ->
                        List.of(
                                envelope(
                                        session.kind().type().toUpperCase(Locale.ROOT),
                                        from,
                                        new JsonBuilder().with("sdp", session.sdp()).json()));
                case Signal.Candidate(JsonElement candidate, _) ->
                        List.of(
                                envelope(
                                        "CANDIDATE",
                                        from,
                                        new JsonBuilder().with("candidate", candidate).json()));
                case Signal.Custom(String type, JsonObject payload, _) ->
                        List.of(envelope(type, from, payload));
                case Signal.Other _ -> List.of();
            };
        }

        /// A socket that has not sent anything may belong to another family, so it receives only
        /// what clients of this family do.
        private boolean accepts(Participant who) {
            return !silent || who.family().equals(FAMILY);
        }

        private static Step envelope(String type, Participant from, JsonObject payload) {
            JsonBuilder inside =
                    new JsonBuilder().with("user", user(from)).withAllOf(payload, "user");
            return JsonBuilder.ofType(type).with("payload", inside.json()).send();
        }

        private static JsonObject user(Participant who) {
            JsonBuilder user = new JsonBuilder().with("id", who.id());
            Optional<String> name =
                    who.family().equals(FAMILY)
                            ? who.name().map(ParticipantName::value)
                            : Optional.of(who.info().name().value());
            return name.map(text -> user.with("name", text))
                    .orElseGet(() -> user.with("name", JsonNull.INSTANCE))
                    .json();
        }

        private static Original original(String type, JsonFrame payload) {
            JsonBuilder own = JsonBuilder.ofType(type).with("payload", payload.json());
            return new Original.Json(FAMILY, own.json(), payload.bytes());
        }

        private static List<Step> raise(RoomEvent event) {
            return List.of(new Step.Raise(event));
        }

        private static List<Step> ignore(String why) {
            return List.of(new Step.Ignore(why));
        }
    }
}

package org.tonewire.signaling.dialect;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ParsedText;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.dialect.NativeChallenge.Request;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.LeaveReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.RoomState;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.Delivery;
import org.tonewire.signaling.room.event.Family;
import org.tonewire.signaling.room.event.Participant;
import org.tonewire.signaling.room.event.Profile;
import org.tonewire.signaling.room.event.RelayedMessage;
import org.tonewire.signaling.room.event.RoomEffect;
import org.tonewire.signaling.room.event.RoomEvent;

/// A conversation in the native protocol, version 2.
///
/// `AwaitingHello --hello--> AwaitingJoin --open, enter, join--> Joining --joined--> InRoom
/// --leave--> Closed`, `AwaitingJoin --own--> Owning --owned--> Closed`, `AwaitingJoin --end-->
/// Ending --ended--> Closed`; a refusal leads from any state to `Closed`. A message that is not
/// allowed in the present state is answered with an error.
final class NativeConversation implements Conversation {
    /// The state of the connection.
    private sealed interface State {
        record AwaitingHello() implements State {}

        record AwaitingJoin() implements State {}

        record Joining() implements State {}

        record InRoom(ParticipantId self) implements State {}

        /// The owner of a room asked for it, or for its state.
        record Owning() implements State {}

        /// The owner of a room asked for its end.
        record Ending() implements State {}

        record Closed() implements State {}
    }

    private static final int MAX_DEPTH = 8;

    private final Handshake handshake;
    private final ConnectionId connection;
    private final NativeChallenge challenge;
    private final NativeSignals signals = new NativeSignals();
    private final IceNaming ice;
    private State state = new State.AwaitingHello();

    NativeConversation(Handshake handshake, NativeChallenge challenge, IceNaming ice) {
        this.handshake = handshake;
        this.ice = ice;
        this.connection = handshake.connection();
        this.challenge = challenge;
    }

    @Override
    public Family family() {
        return NativeDialect.FAMILY;
    }

    @Override
    public List<Step> received(String text) {
        if (state instanceof State.Closed || KeepAlive.isText(text)) {
            return List.of();
        }
        return switch (ClientMessageCodec.decode(text)) {
            case Decoded.Message<ClientMessage>(ClientMessage message) -> {
                List<Step> steps = new ArrayList<>();
                steps.add(new Step.Understood(ClientMessageCodec.type(message)));
                steps.addAll(received(message));
                yield steps;
            }
            case Decoded.NotAnObject<ClientMessage>(String problem) ->
                    close(CloseCode.NOT_UNDERSTOOD, problem);
            case Decoded.UnknownType<ClientMessage>(String type) -> unknown(type, text);
            case Decoded.BadField<ClientMessage> bad -> badField(bad);
        };
    }

    @Override
    public List<Step> notified(RoomEffect.ToConnection effect) {
        if (state instanceof State.Closed) {
            return List.of();
        }
        return switch (effect) {
            case RoomEffect.Deliver deliver -> delivered(deliver.delivery());
            case RoomEffect.Refuse refuse -> refuse(refuse.reason());
            case RoomEffect.Supersede _ ->
                    close(CloseCode.REPLACED, "replaced by a newer connection");
            case RoomEffect.KeyChanged _ -> close(CloseCode.KEY_CHANGED, "the key changed");
            case RoomEffect.RoomEnded _ -> refuse(RefusalReason.ROOM_ENDED);
            case RoomEffect.OwnerHeard heard -> ownerHeard(heard);
            case RoomEffect.RoomShown(_, RoomState shown) -> {
                state = new State.Closed();
                yield List.of(
                        send(new ServerMessage.RoomInfo(shown)),
                        new Step.Close(CloseCode.NORMAL, "shown"));
            }
            case RoomEffect.UnknownTarget unknown ->
                    fail(
                            ErrorReason.UNKNOWN_TARGET,
                            "nobody called " + unknown.target() + " is in this room",
                            Optional.of("to"));
            case RoomEffect.NotAllowed _ ->
                    fail(ErrorReason.NOT_ALLOWED, "guests only listen", Optional.empty());
            case RoomEffect.NotInRoom _ -> outOfOrder("you are in no room");
        };
    }

    @Override
    public List<Step> timerElapsed() {
        return state instanceof State.InRoom(ParticipantId self) ? renewIce(self) : List.of();
    }

    @Override
    public List<Step> settingsChanged() {
        return state instanceof State.InRoom(ParticipantId self) && ice.isOutdated()
                ? renewIce(self)
                : List.of();
    }

    private List<Step> renewIce(ParticipantId self) {
        return Stream.concat(
                        Stream.of(send(new ServerMessage.IceServers(ice.name(self)))), iceTimer())
                .toList();
    }

    private Stream<Step> iceTimer() {
        return ice.renewAfter().stream().map(Step.StartTimer::new);
    }

    @Override
    public List<Step> serverClosing() {
        return refuse(RefusalReason.SERVER_CLOSING);
    }

    private List<Step> delivered(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Welcome welcome -> {
                state = new State.InRoom(welcome.self().id());
                Step joined = send(joined(welcome));
                yield Stream.concat(Stream.of(joined), iceTimer()).toList();
            }
            case Delivery.Joined(Participant who) ->
                    List.of(send(new ServerMessage.ParticipantJoined(who.info())));
            case Delivery.Left(ParticipantId id, LeaveReason reason, Optional<Seal> seal) -> {
                signals.forget(id);
                yield List.of(send(new ServerMessage.ParticipantLeft(id, reason, seal)));
            }
            case Delivery.Replaced(Participant who) ->
                    List.of(
                            send(
                                    new ServerMessage.ParticipantLeft(
                                            who.id(), LeaveReason.REPLACED, Optional.empty())),
                            send(new ServerMessage.ParticipantJoined(who.info())));
            case Delivery.Relayed(Participant from, Signal.Custom custom) ->
                    List.of(NativeSignals.send(from.id(), custom));
            case Delivery.Relayed(Participant from, RelayedMessage content) ->
                    content instanceof Signal signal
                            ? signals.message(from.id(), signal).stream()
                                    .map(NativeConversation::send)
                                    .toList()
                            : List.of();
        };
    }

    private ServerMessage joined(Delivery.Welcome welcome) {
        return new ServerMessage.Joined(
                welcome.room(),
                welcome.self().info(),
                welcome.resumption(),
                welcome.others().stream().map(Participant::info).toList(),
                ice.name(welcome.self().id()));
    }

    private List<Step> unknown(String type, String text) {
        return state instanceof State.InRoom(ParticipantId self)
                        && handshake.handled().contains(type)
                        && ParsedText.parse(text, MAX_DEPTH)
                                instanceof ParsedText.OfObject(JsonObject payload)
                ? List.of(new Step.Handle(self, type, payload))
                : fail(ErrorReason.UNKNOWN_TYPE, "unknown type " + type, Optional.of("type"));
    }

    private List<Step> received(ClientMessage message) {
        return switch (state) {
            case State.AwaitingHello() ->
                    message instanceof ClientMessage.Hello hello
                            ? challenge(hello)
                            : outOfOrder("say hello first");
            case State.AwaitingJoin() -> receivedOutside(message);
            case State.Joining() -> outOfOrder("wait until you have joined");
            case State.Owning(), State.Ending() -> outOfOrder("wait for the answer");
            case State.InRoom(ParticipantId self) -> receivedInRoom(self, message);
            case State.Closed() -> List.of();
        };
    }

    private List<Step> receivedOutside(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Open(var room, var name, var key, var identity, var owner) ->
                    identity.isOwned(challenge.nonce(), challenge.proof(key, room), room)
                            ? enter(room, name, new Credential.Key(key, owner), identity)
                            : refuse(RefusalReason.IDENTITY_INVALID);
            case ClientMessage.Own own -> asked(challenge.own(own, handshake), new State.Owning());
            case ClientMessage.Query query ->
                    asked(challenge.query(query, handshake), new State.Owning());
            case ClientMessage.End end -> asked(challenge.end(end, handshake), new State.Ending());
            case ClientMessage.Enter(var room, var name) ->
                    handshake.admitted()
                            ? enter(room, name, new Credential.None(), Optional.empty())
                            : refuse(RefusalReason.TOKEN_REFUSED);
            case ClientMessage.Join(var room, var name, var proof, var identity) ->
                    identity.isOwned(challenge.nonce(), proof, room)
                            ? enter(
                                    room,
                                    name,
                                    new Credential.Proof(challenge.nonce(), proof),
                                    identity)
                            : refuse(RefusalReason.IDENTITY_INVALID);
            case ClientMessage.Leave _ -> close(CloseCode.NORMAL, "left");
            case ClientMessage.Hello _, ClientMessage.ToPeer _ ->
                    outOfOrder("open or join a room first");
        };
    }

    private List<Step> receivedInRoom(ParticipantId self, ClientMessage message) {
        return switch (message) {
            case ClientMessage.ToPeer toPeer ->
                    List.of(
                            new Step.Raise(
                                    new RoomEvent.Relay(
                                            connection,
                                            self,
                                            toPeer.to(),
                                            NativeSignals.signal(
                                                    toPeer.message(), toPeer.seal()))));
            case ClientMessage.Leave(Optional<Seal> seal) -> {
                state = new State.Closed();
                yield List.of(
                        new Step.Raise(new RoomEvent.Leave(connection, self, seal)),
                        new Step.Close(CloseCode.NORMAL, "left"));
            }
            case ClientMessage.Hello _,
                    ClientMessage.Open _,
                    ClientMessage.Own _,
                    ClientMessage.Query _,
                    ClientMessage.End _,
                    ClientMessage.Enter _,
                    ClientMessage.Join _ ->
                    outOfOrder("you have joined already");
        };
    }

    private List<Step> challenge(ClientMessage.Hello hello) {
        if (hello.version() != ProtocolVersion.CURRENT) {
            return refuse(RefusalReason.VERSION_MISMATCH);
        }
        state = new State.AwaitingJoin();
        return List.of(send(challenge.send()));
    }

    private List<Step> asked(Request request, State next) {
        return switch (request) {
            case Request.Refused(RefusalReason reason) -> refuse(reason);
            case Request.Valid(RoomEvent event) -> {
                state = next;
                yield List.of(new Step.Raise(event));
            }
        };
    }

    private List<Step> ownerHeard(RoomEffect.OwnerHeard heard) {
        if (state instanceof State.Ending) {
            return close(CloseCode.NORMAL, "ended");
        }
        state = new State.Closed();
        return List.of(
                send(new ServerMessage.Owned(heard.room(), heard.keep())),
                new Step.Close(CloseCode.NORMAL, "owned"));
    }

    private List<Step> enter(
            RoomName room, ParticipantName name, Credential credential, JoinIdentity identity) {
        return enter(room, name, credential, Optional.of(identity.identity()));
    }

    private List<Step> enter(
            RoomName room,
            ParticipantName name,
            Credential credential,
            Optional<Identity> identity) {
        state = new State.Joining();
        Profile profile = Profile.named(name, NativeDialect.FAMILY).with(identity);
        return List.of(
                new Step.Raise(
                        new RoomEvent.Enter(
                                connection,
                                room,
                                profile,
                                credential,
                                new RoomEvent.Address.Assigned())));
    }

    private List<Step> badField(Decoded.BadField<ClientMessage> bad) {
        if (bad.fault() == ErrorReason.INVALID_VALUE && state instanceof State.AwaitingJoin) {
            if (bad.field().equals("room")) {
                return refuse(RefusalReason.ROOM_NAME_INVALID);
            }
            if (bad.field().equals("name")) {
                return refuse(RefusalReason.NAME_INVALID);
            }
            if (bad.field().startsWith("identity.")) {
                return refuse(RefusalReason.IDENTITY_INVALID);
            }
        }
        return fail(bad.fault(), bad.problem(), Optional.of(bad.field()));
    }

    private List<Step> refuse(RefusalReason reason) {
        state = new State.Closed();
        return List.of(
                send(new ServerMessage.Refused(reason, RefusalTexts.of(reason))),
                new Step.Close(RefusalTexts.closeCode(reason), reason.wireName()));
    }

    private List<Step> close(CloseCode code, String reason) {
        state = new State.Closed();
        return List.of(new Step.Close(code, reason));
    }

    private static List<Step> outOfOrder(String message) {
        return fail(ErrorReason.OUT_OF_ORDER, message, Optional.empty());
    }

    private static List<Step> fail(ErrorReason reason, String message, Optional<String> field) {
        return List.of(send(new ServerMessage.Failed(reason, message, field)));
    }

    private static Step send(ServerMessage message) {
        return new Step.Send(ServerMessageCodec.encode(message));
    }
}

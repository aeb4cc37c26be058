package org.tonewire.signaling.dialect;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.codec.ClientMessageCodec;
import org.tonewire.signaling.codec.Decoded;
import org.tonewire.signaling.codec.ServerMessageCodec;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ErrorReason;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.ConnectionId;
import org.tonewire.signaling.room.Credential;
import org.tonewire.signaling.room.RoomEffect;
import org.tonewire.signaling.room.RoomEvent;
import org.tonewire.signaling.room.RoomEvent.Identity;

/// `Greeting --hello--> AtTheDoor --open, join--> Entering --welcome--> Inside --leave--> Over`; a
/// refusal leads from anywhere to `Over`. What comes at the wrong point is answered with an error.
final class NativeConversation implements Conversation {
    private sealed interface State {
        record Greeting() implements State {}

        record AtTheDoor() implements State {}

        record Entering() implements State {}

        record Inside(ParticipantId self) implements State {}

        record Over() implements State {}
    }

    private static final String SERVER = "tonewire";

    private final ConnectionId connection;
    private final Nonce nonce;
    private State state = new State.Greeting();

    NativeConversation(ConnectionId connection, Nonce nonce) {
        this.connection = connection;
        this.nonce = nonce;
    }

    @Override
    public List<Step> received(String text) {
        if (state instanceof State.Over) {
            return List.of();
        }
        return switch (ClientMessageCodec.decode(text)) {
            case Decoded.Message<ClientMessage>(ClientMessage message) -> received(message);
            case Decoded.NotAnObject<ClientMessage>(String problem) ->
                    close(CloseCode.NOT_UNDERSTOOD, problem);
            case Decoded.UnknownType<ClientMessage>(String type) ->
                    fail(ErrorReason.UNKNOWN_TYPE, "unknown type " + type, Optional.of("type"));
            case Decoded.BadField<ClientMessage> bad -> badField(bad);
        };
    }

    @Override
    public List<Step> told(RoomEffect.Told effect) {
        if (state instanceof State.Over) {
            return List.of();
        }
        return switch (effect) {
            case RoomEffect.Deliver deliver -> {
                var messages = NativeWords.of(deliver.delivery());
                if (messages.getFirst() instanceof ServerMessage.Joined joined) {
                    state = new State.Inside(joined.self().id());
                }
                yield messages.stream().map(NativeConversation::send).toList();
            }
            case RoomEffect.Refuse refuse -> refuse(refuse.reason());
            case RoomEffect.Supersede _ ->
                    close(CloseCode.REPLACED, "replaced by a newer connection");
            case RoomEffect.UnknownTarget unknown ->
                    fail(
                            ErrorReason.UNKNOWN_TARGET,
                            "nobody called " + unknown.target() + " is in this room",
                            Optional.of("to"));
            case RoomEffect.NotInRoom _ -> outOfOrder("you are in no room");
        };
    }

    @Override
    public List<Step> serverClosing() {
        return refuse(RefusalReason.SERVER_CLOSING);
    }

    private List<Step> received(ClientMessage message) {
        return switch (state) {
            case State.Greeting() ->
                    message instanceof ClientMessage.Hello hello
                            ? greet(hello)
                            : outOfOrder("say hello first");
            case State.AtTheDoor() ->
                    switch (message) {
                        case ClientMessage.Open open ->
                                enter(open, new Credential.Key(open.accessKey()));
                        case ClientMessage.Join join -> enter(join);
                        case ClientMessage.Leave() -> close(CloseCode.NORMAL, "left");
                        case ClientMessage.Hello _, ClientMessage.ToPeer _ ->
                                outOfOrder("open or join a room first");
                    };
            case State.Entering() -> outOfOrder("wait until you have joined");
            case State.Inside(ParticipantId self) -> inside(self, message);
            case State.Over() -> List.of();
        };
    }

    private List<Step> inside(ParticipantId self, ClientMessage message) {
        return switch (message) {
            case ClientMessage.ToPeer toPeer ->
                    List.of(
                            new Step.Raise(
                                    new RoomEvent.Say(
                                            connection, self, toPeer.to(), toPeer.message())));
            case ClientMessage.Leave() -> {
                state = new State.Over();
                yield List.of(
                        new Step.Raise(new RoomEvent.Leave(connection, self)),
                        new Step.Close(CloseCode.NORMAL, "left"));
            }
            case ClientMessage.Hello _, ClientMessage.Open _, ClientMessage.Join _ ->
                    outOfOrder("you have joined already");
        };
    }

    private List<Step> greet(ClientMessage.Hello hello) {
        if (hello.version() != ProtocolVersion.CURRENT) {
            return refuse(RefusalReason.VERSION_MISMATCH);
        }
        state = new State.AtTheDoor();
        return List.of(send(new ServerMessage.Challenge(ProtocolVersion.CURRENT, SERVER, nonce)));
    }

    private List<Step> enter(ClientMessage.Open open, Credential credential) {
        Identity identity = new Identity.Assigned(Optional.empty());
        return enter(
                new RoomEvent.Enter(connection, open.room(), open.name(), credential, identity));
    }

    private List<Step> enter(ClientMessage.Join join) {
        Credential credential = new Credential.Proof(nonce, join.proof());
        Identity identity = new Identity.Assigned(join.resume());
        return enter(
                new RoomEvent.Enter(connection, join.room(), join.name(), credential, identity));
    }

    private List<Step> enter(RoomEvent.Enter event) {
        state = new State.Entering();
        return List.of(new Step.Raise(event));
    }

    private List<Step> badField(Decoded.BadField<ClientMessage> bad) {
        if (bad.fault() == ErrorReason.INVALID_VALUE && state instanceof State.AtTheDoor) {
            if (bad.field().equals("room")) {
                return refuse(RefusalReason.ROOM_NAME_INVALID);
            }
            if (bad.field().equals("name")) {
                return refuse(RefusalReason.NAME_INVALID);
            }
        }
        return fail(bad.fault(), bad.problem(), Optional.of(bad.field()));
    }

    private List<Step> refuse(RefusalReason reason) {
        state = new State.Over();
        return List.of(
                send(new ServerMessage.Refused(reason, NativeWords.of(reason))),
                new Step.Close(NativeWords.closeCode(reason), reason.wireName()));
    }

    private List<Step> close(CloseCode code, String reason) {
        state = new State.Over();
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

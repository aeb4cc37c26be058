package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.List;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.signaling.ChannelEvent.Outlook;
import org.tonewire.app.signaling.ChannelState.Entry;
import org.tonewire.app.signaling.ChannelState.Memory;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;

/// The state machine that joins a room and rejoins it, a pure function: `Idle --start--> Connecting
/// --opened--> Greeting --challenge--> Entering --joined--> Inside`, `Entering by JOIN --no such
/// room--> Connecting by OPEN`, `Inside --gone--> Waiting --retry--> Connecting`, `Waiting
/// --network back--> Connecting`, and `Over` when refused, or not connected before the first time
/// inside. A connection that was open and breaks before that, as it may on a busy computer, is
/// replaced twice: `Greeting or Entering --gone--> Waiting`.
final class ChannelRules {
    private static final String CLIENT = "tonewire";

    /// A server that closed and is back within about 10 s was restarted; otherwise the host has
    /// left.
    private static final int TRIES_AFTER_CLOSING = 8;

    /// Connections that broke before the first time inside, the last one too.
    private static final int TRIES_TO_ENTER = 3;

    private final JoinRequest request;
    private final AccessKey key;
    private final RetryDelays delays;

    ChannelRules(JoinRequest request, RetryDelays delays) {
        this.request = request;
        this.key = RoomKeys.derive(request.invite().secret(), request.invite().room()).access();
        this.delays = delays;
    }

    Step next(ChannelState state, ChannelEvent event) {
        if (state instanceof ChannelState.Over) {
            return new Step(state, List.of());
        }
        return switch (event) {
            case ChannelEvent.Started() -> connect(Entry.JOIN, Memory.NOTHING);
            case ChannelEvent.Opened() -> opened(state);
            case ChannelEvent.Received(ServerMessage message) -> received(state, message);
            case ChannelEvent.Gone(Problem problem, Outlook outlook) ->
                    lost(state, problem, outlook);
            case ChannelEvent.NetworkBack() -> networkBack(state);
            case ChannelEvent.RetryDue() ->
                    state instanceof ChannelState.Waiting(Memory memory)
                            ? connect(Entry.JOIN, memory)
                            : new Step(state, List.of());
        };
    }

    /// Begins a new try, since a present one may wait for an answer to a lost packet.
    private static Step networkBack(ChannelState state) {
        return switch (state) {
            case ChannelState.Waiting(Memory memory) -> connect(Entry.JOIN, memory);
            case ChannelState.Connecting(Entry entry, Memory memory)
                    when memory.token().isPresent() ->
                    connect(entry, memory);
            case ChannelState.Inside _ -> new Step(state, List.of(new ChannelEffect.Probe()));
            case ChannelState.Idle _,
                    ChannelState.Connecting _,
                    ChannelState.Greeting _,
                    ChannelState.Entering _,
                    ChannelState.Over _ ->
                    new Step(state, List.of());
        };
    }

    private static Step connect(Entry entry, Memory memory) {
        return new Step(
                new ChannelState.Connecting(entry, memory),
                List.of(new ChannelEffect.Disconnect(), new ChannelEffect.Connect()));
    }

    private static Step opened(ChannelState state) {
        return state instanceof ChannelState.Connecting(Entry entry, Memory memory)
                ? new Step(
                        new ChannelState.Greeting(entry, memory),
                        List.of(
                                new ChannelEffect.Send(
                                        new ClientMessage.Hello(ProtocolVersion.CURRENT, CLIENT))))
                : new Step(state, List.of());
    }

    private Step received(ChannelState state, ServerMessage message) {
        return switch (message) {
            case ServerMessage.Challenge challenge -> challenged(state, challenge);
            case ServerMessage.Joined joined -> joined(state, joined);
            case ServerMessage.Refused refused -> refused(state, refused.reason());
            case ServerMessage.ParticipantJoined _,
                    ServerMessage.ParticipantLeft _,
                    ServerMessage.FromPeer _,
                    ServerMessage.Failed _ ->
                    state instanceof ChannelState.Inside
                            ? new Step(state, tell(new SignalingEvent.Received(message)))
                            : new Step(state, List.of());
        };
    }

    private Step challenged(ChannelState state, ServerMessage.Challenge challenge) {
        if (!(state instanceof ChannelState.Greeting greeting)) {
            return new Step(state, List.of());
        }
        RoomName room = request.invite().room();
        ClientMessage enter =
                switch (greeting.entry()) {
                    case JOIN ->
                            new ClientMessage.Join(
                                    room,
                                    request.name(),
                                    key.prove(challenge.nonce(), room.value()),
                                    greeting.memory().token());
                    case OPEN -> new ClientMessage.Open(room, request.name(), key);
                };
        return new Step(
                new ChannelState.Entering(greeting.entry(), greeting.memory()),
                List.of(new ChannelEffect.Send(enter)));
    }

    private static Step joined(ChannelState state, ServerMessage.Joined joined) {
        if (!(state instanceof ChannelState.Entering(_, Memory memory))) {
            return new Step(state, List.of());
        }
        ChannelState inside = new ChannelState.Inside(Memory.of(joined.resumption().token()));
        ChannelEffect tell = new ChannelEffect.Tell(new SignalingEvent.Joined(joined));
        boolean lostPlace = memory.token().isPresent() && !joined.resumption().resumed();
        return new Step(
                inside, lostPlace ? List.of(new ChannelEffect.DropQueued(), tell) : List.of(tell));
    }

    private Step refused(ChannelState state, RefusalReason reason) {
        if (reason == RefusalReason.NO_SUCH_ROOM
                && state instanceof ChannelState.Entering(Entry entry, Memory memory)
                && entry == Entry.JOIN) {
            return connect(Entry.OPEN, memory);
        }
        return lost(state, problem(reason), outlook(reason));
    }

    /// Before the first time inside a connection that broke is replaced; else as [#gone].
    private Step lost(ChannelState state, Problem problem, Outlook outlook) {
        Memory memory = memory(state);
        boolean entering =
                state instanceof ChannelState.Greeting || state instanceof ChannelState.Entering;
        if (!entering || memory.token().isPresent() || problem.reason() != Reason.CONNECTION_LOST) {
            return gone(memory, problem, outlook);
        }
        Problem unreachable = new Problem(Reason.HOST_UNREACHABLE, request.invite().authority());
        return memory.failures() + 1 < TRIES_TO_ENTER
                ? retry(memory, unreachable)
                : end(unreachable);
    }

    private Step gone(Memory before, Problem problem, Outlook outlook) {
        boolean closing = problem.reason() == Reason.SERVER_CLOSED;
        Memory memory = closing ? before.afterClosing() : before;
        if (memory.token().isEmpty() || outlook == Outlook.FINAL) {
            return end(problem);
        }
        if (memory.closing() && memory.failures() >= TRIES_AFTER_CLOSING) {
            return end(Problem.of(Reason.SERVER_CLOSED));
        }
        return retry(memory, problem);
    }

    private Step retry(Memory memory, Problem problem) {
        Duration delay = delays.after(memory.failures());
        return new Step(
                new ChannelState.Waiting(memory.afterFailure()),
                List.of(
                        new ChannelEffect.Disconnect(),
                        new ChannelEffect.Tell(new SignalingEvent.Lost(problem, delay)),
                        new ChannelEffect.RetryAfter(delay)));
    }

    private static Step end(Problem problem) {
        return new Step(
                new ChannelState.Over(),
                List.of(
                        new ChannelEffect.Disconnect(),
                        new ChannelEffect.Tell(new SignalingEvent.Ended(problem))));
    }

    private Problem problem(RefusalReason reason) {
        String room = request.invite().room().value();
        return switch (reason) {
            case VERSION_MISMATCH -> Problem.of(Reason.VERSION_MISMATCH);
            case NO_SUCH_ROOM -> new Problem(Reason.NO_SUCH_ROOM, room);
            case WRONG_KEY -> Problem.of(Reason.WRONG_KEY);
            case ROOM_FULL -> new Problem(Reason.ROOM_FULL, room);
            case TOO_MANY_ROOMS -> new Problem(Reason.SERVER_FULL, request.invite().authority());
            case ROOM_NAME_INVALID -> Problem.of(Reason.INVITE_MALFORMED);
            case NAME_INVALID -> new Problem(Reason.NAME_REFUSED, request.name().value());
            case SERVER_CLOSING -> Problem.of(Reason.SERVER_CLOSED);
            case TOO_SLOW -> new Problem(Reason.CONNECTION_LOST, request.invite().authority());
        };
    }

    private static Outlook outlook(RefusalReason reason) {
        return switch (reason) {
            case SERVER_CLOSING, TOO_SLOW -> Outlook.MAY_COME_BACK;
            case VERSION_MISMATCH,
                    NO_SUCH_ROOM,
                    WRONG_KEY,
                    ROOM_FULL,
                    TOO_MANY_ROOMS,
                    ROOM_NAME_INVALID,
                    NAME_INVALID ->
                    Outlook.FINAL;
        };
    }

    private static Memory memory(ChannelState state) {
        return switch (state) {
            case ChannelState.Connecting(_, Memory memory) -> memory;
            case ChannelState.Greeting(_, Memory memory) -> memory;
            case ChannelState.Entering(_, Memory memory) -> memory;
            case ChannelState.Inside(Memory memory) -> memory;
            case ChannelState.Waiting(Memory memory) -> memory;
            case ChannelState.Idle(), ChannelState.Over() -> Memory.NOTHING;
        };
    }

    private static List<ChannelEffect> tell(SignalingEvent event) {
        return List.of(new ChannelEffect.Tell(event));
    }

    /// The state after an event, and the effects to perform.
    record Step(ChannelState state, List<ChannelEffect> effects) {}
}

package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tonewire.app.core.invite.RoomSecret;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.signaling.SignalingEvent;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.signaling.ChannelEvent.Outlook;
import org.tonewire.app.signaling.ChannelState.Entry;
import org.tonewire.app.signaling.ChannelState.Memory;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.JoinIdentity;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;

/// The state machine that joins a room and rejoins it, a pure function: `Idle --start--> Connecting
/// --opened--> Greeting --challenge--> Entering --joined--> Inside`, `Entering by JOIN --no such
/// room--> Connecting by OPEN`, `Inside --gone--> Waiting --retry--> Connecting`, `Waiting
/// --network back--> Connecting`, and `Over` when refused, or not connected before the first time
/// inside. A connection that was open and breaks before that, as it may on a busy computer, is
/// replaced twice: `Greeting or Entering --gone--> Waiting`. After the first time inside nothing
/// that a server says ends the channel: links that work are not its to take. A secret that was
/// offered is tried when the server refuses the present one: `Entering --wrong key--> Connecting`.
final class ChannelRules {
    private static final String CLIENT = "tonewire";

    /// A server that closed and is back within about 10 s was restarted; otherwise the host has
    /// probably left.
    private static final int TRIES_AFTER_CLOSING = 8;

    /// Connections that broke before the first time inside, the last one too.
    private static final int TRIES_TO_ENTER = 3;

    private final JoinRequest request;
    private final RetryDelays delays;

    ChannelRules(JoinRequest request, RetryDelays delays) {
        this.request = request;
        this.delays = delays;
    }

    Step next(ChannelState state, ChannelEvent event) {
        if (state instanceof ChannelState.Over) {
            return new Step(state, List.of());
        }
        return switch (event) {
            case ChannelEvent.Started() -> connect(Entry.JOIN, memory(state));
            case ChannelEvent.Opened() -> opened(state);
            case ChannelEvent.Received(ServerMessage message) -> received(state, message);
            case ChannelEvent.Gone(Problem problem, Outlook outlook) ->
                    lost(state, problem, outlook);
            case ChannelEvent.NetworkBack() -> networkBack(state);
            case ChannelEvent.Offered(List<RoomSecret> secrets) -> offered(state, secrets);
            case ChannelEvent.RetryDue() ->
                    state instanceof ChannelState.Waiting(Memory memory)
                            ? connectAfresh(memory)
                            : new Step(state, List.of());
        };
    }

    /// A secret that comes after the server refused the others is tried at once.
    private Step offered(ChannelState state, List<RoomSecret> secrets) {
        WaysIn ways = memory(state).ways().offering(secrets);
        Memory memory = memory(state).with(ways);
        return state instanceof ChannelState.Waiting && ways.next().isPresent()
                ? connect(Entry.JOIN, memory.with(ways.next().get()))
                : new Step(state.with(memory), List.of());
    }

    private static Step connectAfresh(Memory memory) {
        return connect(Entry.JOIN, memory.with(memory.ways().afresh()));
    }

    /// Begins a new try, since a present one may wait for an answer to a lost packet.
    private static Step networkBack(ChannelState state) {
        return switch (state) {
            case ChannelState.Waiting(Memory memory) -> connectAfresh(memory);
            case ChannelState.Connecting(Entry entry, Memory memory) when memory.wasInside() ->
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
                    ServerMessage.IceServers _,
                    ServerMessage.ToOwner _,
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
        if (challenge.version() != ProtocolVersion.CURRENT) {
            return gone(greeting.memory(), Problem.of(Reason.VERSION_MISMATCH), Outlook.FINAL);
        }
        ClientMessage enter =
                entry(greeting.memory().ways().trying(), greeting.entry(), challenge.nonce());
        return new Step(
                new ChannelState.Entering(greeting.entry(), greeting.memory()),
                List.of(new ChannelEffect.Send(enter)));
    }

    private static ClientMessage entry(JoinRequest by, Entry how, Nonce nonce) {
        RoomName room = by.invite().room();
        AccessKey key = RoomKeys.derive(by.invite().secret(), room).access(by.invite().server());
        JoinProof proof = key.prove(nonce, room.value());
        JoinIdentity own = by.identity().join(by.name(), nonce, proof);
        return switch (how) {
            case JOIN -> new ClientMessage.Join(room, by.name(), proof, own);
            case OPEN -> new ClientMessage.Open(room, by.name(), key, own, by.invite().owner());
        };
    }

    private static Step joined(ChannelState state, ServerMessage.Joined joined) {
        if (!(state instanceof ChannelState.Entering(_, Memory memory))) {
            return new Step(state, List.of());
        }
        List<ChannelEffect> effects = new ArrayList<>();
        if (memory.wasInside() && !joined.resumption().resumed()) {
            effects.add(new ChannelEffect.DropQueued());
        }
        if (!memory.ways().triesPresent()) {
            effects.addAll(tell(new SignalingEvent.Renewed(memory.ways().trying())));
        }
        effects.addAll(tell(new SignalingEvent.Joined(joined)));
        return new Step(new ChannelState.Inside(memory.inside()), effects);
    }

    private Step refused(ChannelState state, RefusalReason reason) {
        if (state instanceof ChannelState.Entering(Entry entry, Memory memory)) {
            boolean joins = entry == Entry.JOIN && memory.ways().triesPresent();
            if (reason == RefusalReason.NO_SUCH_ROOM && joins) {
                return connect(Entry.OPEN, memory);
            }
            if (reason == RefusalReason.WRONG_KEY && memory.wasInside()) {
                return keyRefused(memory);
            }
        }
        return lost(state, problem(reason), outlook(reason));
    }

    /// The room has another key than before: tries the next secret that was offered.
    private Step keyRefused(Memory before) {
        Memory memory = before.with(before.ways().afterRefusal());
        return memory.ways()
                .next()
                .map(next -> connect(Entry.JOIN, memory.with(next)))
                .orElseGet(() -> retryThoughHopeless(memory, Problem.of(Reason.INVITE_RENEWED)));
    }

    /// Before the first time inside a connection that broke is replaced; else as [#gone].
    private Step lost(ChannelState state, Problem problem, Outlook outlook) {
        Memory memory = memory(state);
        boolean entering =
                state instanceof ChannelState.Greeting || state instanceof ChannelState.Entering;
        if (!entering || memory.wasInside() || problem.reason() != Reason.CONNECTION_LOST) {
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
        if (!memory.wasInside()) {
            return end(problem);
        }
        if (outlook == Outlook.FINAL) {
            return retryThoughHopeless(memory, problem);
        }
        return memory.closing() && memory.failures() >= TRIES_AFTER_CLOSING
                ? retryThoughHopeless(memory, Problem.of(Reason.SERVER_CLOSED))
                : retry(memory, problem);
    }

    private Step retryThoughHopeless(Memory memory, Problem problem) {
        Duration delay = delays.afterRefusal(memory.failures());
        return retry(memory, new SignalingEvent.Hopeless(problem, delay), delay);
    }

    private Step retry(Memory memory, Problem problem) {
        Duration delay = delays.after(memory.failures());
        return retry(memory, new SignalingEvent.Lost(problem, delay), delay);
    }

    private static Step retry(Memory memory, SignalingEvent told, Duration delay) {
        return new Step(
                new ChannelState.Waiting(memory.afterFailure()),
                List.of(
                        new ChannelEffect.Disconnect(),
                        new ChannelEffect.Tell(told),
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
            case ROOM_TAKEN -> new Problem(Reason.ROOM_TAKEN, room);
            case ROOM_ENDED -> Problem.of(Reason.SERVER_CLOSED);
            case TOKEN_REFUSED ->
                    new Problem(Reason.SERVER_TOKEN_MISSING, request.invite().authority());
            case ROOM_NAME_INVALID -> Problem.of(Reason.INVITE_MALFORMED);
            case NAME_INVALID -> new Problem(Reason.NAME_REFUSED, request.name().value());
            case IDENTITY_INVALID -> Problem.of(Reason.IDENTITY_REFUSED);
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
                    ROOM_TAKEN,
                    ROOM_ENDED,
                    TOKEN_REFUSED,
                    ROOM_NAME_INVALID,
                    NAME_INVALID,
                    IDENTITY_INVALID ->
                    Outlook.FINAL;
        };
    }

    private Memory memory(ChannelState state) {
        return switch (state) {
            case ChannelState.Connecting(_, Memory memory) -> memory;
            case ChannelState.Greeting(_, Memory memory) -> memory;
            case ChannelState.Entering(_, Memory memory) -> memory;
            case ChannelState.Inside(Memory memory) -> memory;
            case ChannelState.Waiting(Memory memory) -> memory;
            case ChannelState.Idle(), ChannelState.Over() -> Memory.of(WaysIn.by(request));
        };
    }

    private static List<ChannelEffect> tell(SignalingEvent event) {
        return List.of(new ChannelEffect.Tell(event));
    }

    /// The state after an event, and the effects to perform.
    record Step(ChannelState state, List<ChannelEffect> effects) {}
}

package org.tonewire.app.signaling;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tonewire.app.core.problem.Problem;
import org.tonewire.app.core.problem.Reason;
import org.tonewire.app.core.signaling.JoinRequest;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// What is said to get into a room, and what it means when it is refused. Owned by one thread.
final class Handshake {
    private static final String CLIENT = "tonewire";

    private final JoinRequest request;
    private final RoomKeys keys;
    private @Nullable ResumeToken token;
    private boolean opensRoom;
    private boolean hasJoined;

    Handshake(JoinRequest request) {
        this.request = request;
        this.keys = RoomKeys.derive(request.invite().secret(), request.invite().room());
    }

    ClientMessage hello() {
        return new ClientMessage.Hello(ProtocolVersion.CURRENT, CLIENT);
    }

    ClientMessage answer(ServerMessage.Challenge challenge) {
        var room = request.invite().room();
        if (opensRoom) {
            return new ClientMessage.Open(room, request.name(), keys.access());
        }
        JoinProof proof = keys.access().prove(challenge.nonce(), room.value());
        return new ClientMessage.Join(room, request.name(), proof, Optional.ofNullable(token));
    }

    void joined(ServerMessage.Joined joined) {
        hasJoined = true;
        opensRoom = false;
        token = joined.resumption().token();
    }

    boolean hasJoined() {
        return hasJoined;
    }

    /// A room that is not there yet is opened at the next try: the first one in makes it, where the
    /// server lets clients do so.
    ///
    /// @return whether another try makes sense at once
    boolean retries(RefusalReason reason) {
        boolean first = reason == RefusalReason.NO_SUCH_ROOM && !opensRoom;
        opensRoom = first;
        return first;
    }

    Problem problem(RefusalReason reason) {
        String room = request.invite().room().value();
        return switch (reason) {
            case VERSION_MISMATCH -> Problem.of(Reason.VERSION_MISMATCH);
            case NO_SUCH_ROOM -> new Problem(Reason.NO_SUCH_ROOM, room);
            case WRONG_KEY -> Problem.of(Reason.WRONG_KEY);
            case ROOM_FULL -> new Problem(Reason.ROOM_FULL, room);
            case TOO_MANY_ROOMS -> new Problem(Reason.NO_SUCH_ROOM, room);
            case ROOM_NAME_INVALID -> Problem.of(Reason.INVITE_MALFORMED);
            case NAME_INVALID -> new Problem(Reason.NAME_REFUSED, request.name().value());
            case SERVER_CLOSING -> Problem.of(Reason.SERVER_CLOSED);
            case TOO_SLOW -> Problem.of(Reason.CONNECTION_LOST);
        };
    }
}

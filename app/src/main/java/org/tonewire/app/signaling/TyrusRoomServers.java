package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tonewire.app.core.host.RoomServers;
import org.tonewire.app.core.host.ServerAddress;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.app.core.trust.RoomKeys;
import org.tonewire.app.core.trust.RoomOwner;
import org.tonewire.app.signaling.OwnerCall.Asks;
import org.tonewire.app.signaling.wire.Dial;
import org.tonewire.app.signaling.wire.Dial.Limits;
import org.tonewire.app.signaling.wire.Dial.Names;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;

/// Talks to servers over Tyrus, by a connection of its own each time. Any thread.
public final class TyrusRoomServers implements RoomServers {
    private static final Duration LIMIT = Duration.ofSeconds(12);

    private final Duration limit;

    public TyrusRoomServers() {
        this(LIMIT);
    }

    /// @param limit how long to wait for an answer, at most
    TyrusRoomServers(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Answer own(
            ServerAddress server,
            Invite invite,
            RoomOwner owner,
            Optional<Duration> keep,
            BooleanSupplier wanted) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.OWN, limit)
                .perform(
                        nonce ->
                                new ClientMessage.Own(room, key, owner.own(room, nonce, key), keep),
                        wanted);
    }

    @Override
    public Answer query(ServerAddress server, Invite invite, RoomOwner owner) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.QUERY, limit)
                .perform(nonce -> {
                    JoinProof proof = key.prove(nonce, room.value());
                    return new ClientMessage.Query(room, proof, owner.query(room, nonce, proof));
                });
    }

    @Override
    public Answer end(ServerAddress server, Invite invite, RoomOwner owner, Duration atMost) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.END, atMost)
                .perform(nonce -> {
                    JoinProof proof = key.prove(nonce, room.value());
                    return new ClientMessage.End(room, proof, owner.end(room, nonce, proof));
                });
    }

    private static AccessKey key(Invite invite) {
        return RoomKeys.derive(invite.secret(), invite.room()).access(invite.server());
    }

    private static OwnerCall call(ServerAddress server, Invite invite, Asks asks, Duration limit) {
        CheckedTrust trust = CheckedTrust.of(invite.pin());
        Names names = invite.pin().isPresent() ? Names.DO_NOT_MATTER : Names.MUST_FIT;
        Map<String, String> headers =
                server.token().map(token -> Map.of("Room-Token", token)).orElse(Map.of());
        return new OwnerCall(
                new OwnerCall.Target(invite, server.token().isPresent(), asks),
                trust,
                limit,
                listener ->
                        TyrusSocket.connect(
                                invite.signalingAddress(),
                                new Dial(trust.context(), names, new Limits(limit, limit)),
                                headers,
                                listener));
    }
}

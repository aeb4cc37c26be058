package org.tonewire.app.signaling;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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
    private static final Duration OWN = Duration.ofSeconds(12);

    /// The host is leaving, and waits for it.
    private static final Duration END = Duration.ofMillis(1_500);

    private final Duration own;
    private final Duration end;

    public TyrusRoomServers() {
        this(OWN, END);
    }

    /// @param own how long to wait for a room, at most
    /// @param end how long to wait for its end
    TyrusRoomServers(Duration own, Duration end) {
        this.own = own;
        this.end = end;
    }

    @Override
    public Answer own(
            ServerAddress server, Invite invite, RoomOwner owner, Optional<Duration> keep) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.OWN)
                .perform(nonce ->
                        new ClientMessage.Own(room, key, owner.own(room, nonce, key), keep));
    }

    @Override
    public Answer query(ServerAddress server, Invite invite, RoomOwner owner) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.QUERY)
                .perform(nonce -> {
                    JoinProof proof = key.prove(nonce, room.value());
                    return new ClientMessage.Query(room, proof, owner.query(room, nonce, proof));
                });
    }

    @Override
    public Answer end(ServerAddress server, Invite invite, RoomOwner owner) {
        RoomName room = invite.room();
        AccessKey key = key(invite);
        return call(server, invite, Asks.END)
                .perform(nonce -> {
                    JoinProof proof = key.prove(nonce, room.value());
                    return new ClientMessage.End(room, proof, owner.end(room, nonce, proof));
                });
    }

    private static AccessKey key(Invite invite) {
        return RoomKeys.derive(invite.secret(), invite.room()).access(invite.server());
    }

    private OwnerCall call(ServerAddress server, Invite invite, Asks asks) {
        Duration limit = asks == Asks.END ? end : own;
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

package org.tonewire.signaling.dialect;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tonewire.signaling.protocol.ClientMessage;
import org.tonewire.signaling.protocol.ProtocolVersion;
import org.tonewire.signaling.protocol.RefusalReason;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.ServerMessage;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.room.event.Credential;
import org.tonewire.signaling.room.event.RoomEvent;
import org.tonewire.signaling.room.event.RoomEvent.Origin;

/// The challenge of one connection, and what the owner of a room asks for with a signature over it.
/// Owned by its conversation.
final class NativeChallenge {
    private static final String SERVER = "tonewire";

    private final Nonce nonce;
    private final InstantSource clock;
    private Instant sent;

    NativeChallenge(Nonce nonce, InstantSource clock) {
        this.nonce = nonce;
        this.clock = clock;
        this.sent = clock.instant();
    }

    /// What an owner asks for.
    sealed interface Request {
        /// The signature is the owner's.
        record Valid(RoomEvent event) implements Request {}

        record Refused(RefusalReason reason) implements Request {}
    }

    Nonce nonce() {
        return nonce;
    }

    /// The challenge is sent now.
    ServerMessage send() {
        sent = clock.instant();
        return new ServerMessage.Challenge(ProtocolVersion.CURRENT, SERVER, nonce);
    }

    /// What who has this key proves.
    JoinProof proof(AccessKey key, RoomName room) {
        return key.prove(nonce, room.value());
    }

    Request own(ClientMessage.Own own, Handshake handshake) {
        if (!handshake.admitted()) {
            return new Request.Refused(RefusalReason.TOKEN_REFUSED);
        }
        JoinProof proof = proof(own.accessKey(), own.room());
        return request(
                own.owner().owns(nonce, proof, own.room()),
                new RoomEvent.Own(
                        handshake.connection(),
                        own.room(),
                        own.accessKey(),
                        own.owner().hash(),
                        own.keep(),
                        new Origin(handshake.network(), age())));
    }

    Request query(ClientMessage.Query query, Handshake handshake) {
        return request(
                query.owner().asks(nonce, query.proof(), query.room()),
                new RoomEvent.Query(
                        handshake.connection(),
                        query.room(),
                        new Credential.Proof(nonce, query.proof()),
                        query.owner().hash()));
    }

    Request end(ClientMessage.End end, Handshake handshake) {
        return request(
                end.owner().ends(nonce, end.proof(), end.room()),
                new RoomEvent.End(
                        handshake.connection(),
                        end.room(),
                        new Credential.Proof(nonce, end.proof()),
                        end.owner().hash()));
    }

    private static Request request(boolean isSigned, RoomEvent event) {
        return isSigned
                ? new Request.Valid(event)
                : new Request.Refused(RefusalReason.IDENTITY_INVALID);
    }

    /// A clock that was put back gives zero.
    private Duration age() {
        Duration age = Duration.between(sent, clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }
}

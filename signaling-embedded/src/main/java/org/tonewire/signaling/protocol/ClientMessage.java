package org.tonewire.signaling.protocol;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// What a client says to the server.
public sealed interface ClientMessage {
    /// The first message on a socket. `client` names the program, for the server's log.
    record Hello(int version, String client) implements ClientMessage {}

    /// Enters a room by its access key itself, and makes the room where there is none yet.
    record Open(RoomName room, ParticipantName name, AccessKey accessKey)
            implements ClientMessage {}

    /// Enters a room that has no key, and makes it where there is none yet: the rooms of client
    /// families that know no keys.
    record Enter(RoomName room, ParticipantName name) implements ClientMessage {}

    /// Enters an existing room by a proof of its access key; with a token it takes its old place.
    record Join(RoomName room, ParticipantName name, JoinProof proof, Optional<ResumeToken> resume)
            implements ClientMessage {}

    /// Says something to another participant.
    record ToPeer(ParticipantId to, PeerMessage message) implements ClientMessage {}

    /// Goes for good; the place is not kept.
    record Leave() implements ClientMessage {}
}

package org.tonewire.signaling.protocol;

import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// A message from a client to the server. `docs/PROTOCOL.md` lists them; `codec.ClientMessageCodec`
/// reads and writes their JSON.
public sealed interface ClientMessage {
    /// The first message on a socket.
    ///
    /// @param version the protocol version that the client speaks, see [ProtocolVersion]
    /// @param client name and version of the program, for the log of the server
    record Hello(int version, String client) implements ClientMessage {}

    /// Enters a room by its access key; creates the room if it does not exist.
    record Open(RoomName room, ParticipantName name, AccessKey accessKey)
            implements ClientMessage {}

    /// Enters a room without an access key; creates the room if it does not exist. Such rooms are
    /// shared with the client families that know no keys.
    record Enter(RoomName room, ParticipantName name) implements ClientMessage {}

    /// Enters an existing room by a proof of its access key.
    ///
    /// @param resume the token of a membership that was interrupted; if it is still valid, the
    ///   client gets its participant id back
    record Join(RoomName room, ParticipantName name, JoinProof proof, Optional<ResumeToken> resume)
            implements ClientMessage {}

    /// A message for another participant of the same room.
    record ToPeer(ParticipantId to, PeerMessage message) implements ClientMessage {}

    /// Ends the membership. It cannot be resumed.
    record Leave() implements ClientMessage {}
}

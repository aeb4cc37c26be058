package org.tonewire.signaling.protocol;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.JoinProof;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// A message from a client to the server. `docs/PROTOCOL.md` lists them; `codec.ClientMessageCodec`
/// reads and writes their JSON.
public sealed interface ClientMessage {
    /// The first message on a socket.
    ///
    /// @param version the protocol version that the client speaks, see [ProtocolVersion]
    /// @param client name and version of the program, for the log of the server
    record Hello(int version, String client) implements ClientMessage {}

    /// Enters a room by its access key; creates the room if it does not exist.
    ///
    /// @param owner whose room it becomes if it is created; empty for a room of nobody
    record Open(
            RoomName room,
            ParticipantName name,
            AccessKey accessKey,
            JoinIdentity identity,
            Optional<OwnerHash> owner)
            implements ClientMessage {
        /// Creates a room of nobody.
        public Open(
                RoomName room, ParticipantName name, AccessKey accessKey, JoinIdentity identity) {
            this(room, name, accessKey, identity, Optional.empty());
        }
    }

    /// Makes sure that a room exists, has this access key and belongs to this owner. Nobody enters
    /// by it: it is the last message on its socket.
    ///
    /// @param keep how long it is to stay without members; empty changes nothing
    record Own(RoomName room, AccessKey accessKey, OwnerSignature owner, Optional<Duration> keep)
            implements ClientMessage {
        /// Changes nothing of how long it stays.
        public Own(RoomName room, AccessKey accessKey, OwnerSignature owner) {
            this(room, accessKey, owner, Optional.empty());
        }
    }

    /// Asks for the state of a room, as its owner. The last message on its socket.
    ///
    /// @param proof of the room's access key
    record Query(RoomName room, JoinProof proof, OwnerSignature owner) implements ClientMessage {}

    /// Ends a room. The last message on its socket.
    ///
    /// @param proof of the room's access key
    record End(RoomName room, JoinProof proof, OwnerSignature owner) implements ClientMessage {}

    /// Enters a room without an access key; creates the room if it does not exist. Such rooms are
    /// shared with the client families that know no keys, and its members have no identities.
    record Enter(RoomName room, ParticipantName name) implements ClientMessage {}

    /// Enters an existing room by a proof of its access key. If the room has a membership of this
    /// identity, whose connection may be interrupted, the client resumes it.
    record Join(RoomName room, ParticipantName name, JoinProof proof, JoinIdentity identity)
            implements ClientMessage {}

    /// A message for another participant of the same room.
    ///
    /// @param seal empty in rooms without identities
    record ToPeer(ParticipantId to, PeerMessage message, Optional<Seal> seal)
            implements ClientMessage {}

    /// Ends the membership. It cannot be resumed.
    ///
    /// @param seal shown to the others
    record Leave(Optional<Seal> seal) implements ClientMessage {}
}

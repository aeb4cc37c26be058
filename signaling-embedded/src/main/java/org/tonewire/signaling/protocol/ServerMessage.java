package org.tonewire.signaling.protocol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.ice.NamedIceServer;
import org.tonewire.signaling.protocol.key.Nonce;

/// A message from the server to a client. `docs/PROTOCOL.md` lists them; `codec.ServerMessageCodec`
/// reads and writes their JSON.
public sealed interface ServerMessage {
    /// The reply to a hello.
    ///
    /// @param nonce a join on this socket has to prove its access key against this nonce
    record Challenge(int version, String server, Nonce nonce) implements ServerMessage {}

    /// The client is a member of the room now.
    ///
    /// @param participants the other members
    /// @param iceServers STUN and TURN servers that the client may use, unchecked
    record Joined(
            RoomName room,
            ParticipantInfo self,
            Resumption resumption,
            List<ParticipantInfo> participants,
            List<NamedIceServer> iceServers)
            implements ServerMessage {
        public Joined {
            participants = List.copyOf(participants);
            iceServers = List.copyOf(iceServers);
        }

        /// Names no servers.
        public Joined(
                RoomName room,
                ParticipantInfo self,
                Resumption resumption,
                List<ParticipantInfo> participants) {
            this(room, self, resumption, participants, List.of());
        }
    }

    /// The STUN and TURN servers in place of those named before, as logins expire.
    record IceServers(List<NamedIceServer> servers) implements ServerMessage {
        public IceServers {
            servers = List.copyOf(servers);
        }
    }

    /// How the membership outlives a lost connection.
    ///
    /// @param seconds how long the membership is kept after the loss
    /// @param resumed whether this join resumed an earlier membership of the same identity
    record Resumption(int seconds, boolean resumed) {}

    /// Another participant entered the room.
    record ParticipantJoined(ParticipantInfo participant) implements ServerMessage {}

    /// Another participant left the room.
    ///
    /// @param seal of the participant, if it left by itself
    record ParticipantLeft(ParticipantId id, LeaveReason reason, Optional<Seal> seal)
            implements ServerMessage {}

    /// A message from another participant.
    ///
    /// @param from the id that the server knows the sender by, whatever the sender claimed
    /// @param seal empty from clients without an identity
    record FromPeer(ParticipantId from, PeerMessage message, Optional<Seal> seal)
            implements ServerMessage {}

    /// The answer to an owner of a room who is not in it.
    sealed interface ToOwner extends ServerMessage {}

    /// The room exists, and belongs to the owner who asked for it. The server closes the socket
    /// after it.
    ///
    /// @param keep how long it stays without members, if the owner asked for a time and the server
    ///   knows of such times
    record Owned(RoomName room, Optional<Duration> keep) implements ToOwner {
        /// To an owner who asked for no time.
        public Owned(RoomName room) {
            this(room, Optional.empty());
        }
    }

    /// The answer to the owner who asked for it. The server closes the socket after it.
    record RoomInfo(RoomState state) implements ToOwner {}

    /// The client is not admitted, or no longer. The server closes the socket after it.
    ///
    /// @param message an English sentence for people
    record Refused(RefusalReason reason, String message) implements ServerMessage {}

    /// A message was not understood or could not be relayed. The socket stays open.
    ///
    /// @param message an English sentence for people
    /// @param field the JSON field that is wrong
    record Failed(ErrorReason reason, String message, Optional<String> field)
            implements ServerMessage {}
}

package org.tonewire.signaling.protocol;

import java.util.List;
import java.util.Optional;
import org.tonewire.signaling.protocol.key.Nonce;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// What the server says to a client.
public sealed interface ServerMessage {
    /// Answers a hello: a join on this socket has to prove its key against this nonce.
    record Challenge(int version, String server, Nonce nonce) implements ServerMessage {}

    /// You are in. `participants` are the others.
    record Joined(
            RoomName room,
            ParticipantInfo self,
            Resumption resumption,
            List<ParticipantInfo> participants)
            implements ServerMessage {
        public Joined {
            participants = List.copyOf(participants);
        }
    }

    /// How to take the same place again after a lost connection.
    ///
    /// @param seconds for how long the place is kept
    /// @param resumed whether this join has taken an old place
    record Resumption(ResumeToken token, int seconds, boolean resumed) {}

    record ParticipantJoined(ParticipantInfo participant) implements ServerMessage {}

    record ParticipantLeft(ParticipantId id, LeaveReason reason) implements ServerMessage {}

    /// Another participant says something; `from` is what the server knows, not what was claimed.
    record FromPeer(ParticipantId from, PeerMessage message) implements ServerMessage {}

    /// You are not let in, or no longer; the socket is closed after it.
    record Refused(RefusalReason reason, String message) implements ServerMessage {}

    /// One message was not understood or could not be carried; the socket stays open.
    record Failed(ErrorReason reason, String message, Optional<String> field)
            implements ServerMessage {}
}

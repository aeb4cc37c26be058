package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// What happens to the rooms of a server. A connection may hold several places, or listen at one
/// room's door.
public sealed interface RoomEvent {
    /// Someone asks to enter a room.
    record Enter(
            ConnectionId by,
            RoomName room,
            Profile profile,
            Credential credential,
            Identity identity)
            implements RoomEvent {}

    /// Someone hears what is told to all in a room without a key, and can be spoken to, but is not
    /// in it: others neither see it come nor count it. Entering that room ends it.
    record Listen(ConnectionId by, RoomName room, Participant self) implements RoomEvent {}

    record StopListening(ConnectionId by) implements RoomEvent {}

    /// `who`, in a place or listening, says something new of itself. The others are not told.
    record UpdateProfile(ConnectionId by, Participant who) implements RoomEvent {}

    /// `from`, a place of this connection, says something to `to`, a participant of the same room.
    record Relay(ConnectionId by, ParticipantId from, ParticipantId to, RelayedMessage content)
            implements RoomEvent {}

    /// `from`, a place of this connection, says something to all others of its room.
    record Broadcast(ConnectionId by, ParticipantId from, RelayedMessage content) implements RoomEvent {}

    /// Gives up the place `from` of this connection for good.
    record Leave(ConnectionId by, ParticipantId from) implements RoomEvent {}

    /// The connection closed as agreed; its places are given up.
    record ConnectionClosed(ConnectionId connection) implements RoomEvent {}

    /// The connection broke; its places are kept for the grace time where that is promised.
    record ConnectionLost(ConnectionId connection) implements RoomEvent {}

    /// The connection was cut by the server; its places are given up at once.
    record ConnectionCut(ConnectionId connection) implements RoomEvent {}

    /// Time went on.
    record Tick() implements RoomEvent {}

    /// How someone who enters gets an id.
    sealed interface Identity {
        /// The room makes one, or gives back the one that the token stands for. The place is kept
        /// for a while when the connection is lost.
        record Assigned(Optional<ResumeToken> resume) implements Identity {}

        /// The client brings its own; who holds it already is replaced. The place is not kept.
        record Claimed(ParticipantId id) implements Identity {}
    }
}

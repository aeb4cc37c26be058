package org.tonewire.signaling.room.event;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.Seal;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// An event that the rooms of a server handle. A connection may hold several memberships, or listen
/// to one room.
public sealed interface RoomEvent {
    /// A client asks to enter a room.
    record Enter(
            ConnectionId by, RoomName room, Profile profile, Credential credential, Address address)
            implements RoomEvent {}

    /// A connection observes a room without an access key: it receives announcements and
    /// broadcasts, and can send and receive messages, but is no member. Others neither see nor
    /// count it. Entering the room ends it.
    record Listen(ConnectionId by, RoomName room, Participant self) implements RoomEvent {}

    /// The connection no longer observes a room.
    record StopListening(ConnectionId by) implements RoomEvent {}

    /// A member or listener changed its profile. The others are not informed.
    record UpdateProfile(ConnectionId by, Participant who) implements RoomEvent {}

    /// A message from the membership `from` of this connection to the participant `to` of the same
    /// room.
    record Relay(ConnectionId by, ParticipantId from, ParticipantId to, RelayedMessage content)
            implements RoomEvent {}

    /// A message from the membership `from` of this connection to all others of its room.
    record Broadcast(ConnectionId by, ParticipantId from, RelayedMessage content)
            implements RoomEvent {}

    /// Ends the membership `from` of this connection.
    ///
    /// @param seal passed on to the others
    record Leave(ConnectionId by, ParticipantId from, Optional<Seal> seal) implements RoomEvent {}

    /// The connection closed normally. Its memberships end.
    record ConnectionClosed(ConnectionId connection) implements RoomEvent {}

    /// The connection broke. Memberships that can be resumed are kept for the grace time, the
    /// others end.
    record ConnectionLost(ConnectionId connection) implements RoomEvent {}

    /// The server closed the connection because of a violation or limit. Its memberships end.
    record ConnectionCut(ConnectionId connection) implements RoomEvent {}

    /// The program that opened this room gives it another access key. All memberships end: who
    /// stays enters by the new key. Does nothing for a room of clients.
    record ChangeKey(RoomName room, AccessKey key) implements RoomEvent {}

    /// The owner of a room opens it, or gives it another access key; then all memberships end, and
    /// who stays enters by the new key. A room of nobody, or of another owner, is not touched.
    ///
    /// @param keep how long it is to stay without members; empty changes nothing
    record Own(
            ConnectionId by,
            RoomName room,
            AccessKey key,
            OwnerHash owner,
            Optional<Duration> keep,
            Origin origin)
            implements RoomEvent {
        /// Changes nothing of how long it stays.
        public Own(ConnectionId by, RoomName room, AccessKey key, OwnerHash owner) {
            this(by, room, key, owner, Optional.empty(), Origin.UNKNOWN);
        }
    }

    /// Where and when a request of an owner began.
    ///
    /// @param network where the owner connects from, for the limits; empty if that does not count
    /// @param age how long ago its connection was challenged: what was decided before that, the
    ///   owner may not know
    record Origin(Optional<ClientNetwork> network, Duration age) {
        /// From nowhere, and just now.
        public static final Origin UNKNOWN = new Origin(Optional.empty(), Duration.ZERO);
    }

    /// The owner of a room asks for its state. Changes nothing.
    ///
    /// @param key shown of the room
    record Query(ConnectionId by, RoomName room, Credential.Proof key, OwnerHash owner)
            implements RoomEvent {}

    /// The owner of a room ends it.
    ///
    /// @param key shown of the room
    record End(ConnectionId by, RoomName room, Credential.Proof key, OwnerHash owner)
            implements RoomEvent {}

    /// Time has passed: memberships whose grace time is over end.
    record Tick() implements RoomEvent {}

    /// How a client that enters gets its id.
    sealed interface Address {
        /// The room assigns an id. A client whose profile has an identity gets the membership of
        /// that identity back, if there is one, and can resume it.
        record Assigned() implements Address {}

        /// The client brings its id, and replaces a member that has it. The membership cannot be
        /// resumed.
        record Claimed(ParticipantId id) implements Address {}
    }
}

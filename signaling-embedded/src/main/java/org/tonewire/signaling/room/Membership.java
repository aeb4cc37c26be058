package org.tonewire.signaling.room;

import java.util.Optional;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.IdentityKey;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;

/// The membership of a participant in a room. One with an identity can be resumed after a lost
/// connection.
record Membership(Participant participant, Presence presence) {
    /// Whether the participant can be reached.
    sealed interface Presence {
        record Connected(ConnectionId connection) implements Presence {}

        /// The connection is lost, and the membership is kept until `untilNanos`.
        record Away(long untilNanos, Backlog backlog) implements Presence {}
    }

    /// Empty if the membership cannot be resumed.
    Optional<IdentityKey> identity() {
        return participant.profile().identity().map(Identity::key);
    }

    boolean isGuest() {
        return participant.isGuest();
    }

    ParticipantId id() {
        return participant.id();
    }

    Membership with(Presence newPresence) {
        return new Membership(participant, newPresence);
    }

    Membership with(Participant newParticipant) {
        return new Membership(newParticipant, presence);
    }

    boolean isOn(ConnectionId connection) {
        return presence instanceof Presence.Connected(ConnectionId mine) && mine.equals(connection);
    }

    boolean isExpired(long nowNanos) {
        return presence instanceof Presence.Away away && nowNanos - away.untilNanos() >= 0;
    }
}

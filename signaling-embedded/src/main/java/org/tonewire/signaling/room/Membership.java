package org.tonewire.signaling.room;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;
import org.tonewire.signaling.room.event.ConnectionId;
import org.tonewire.signaling.room.event.Participant;

/// The membership of a participant in a room.
///
/// @param resume the token that resumes it after a lost connection; empty if it cannot be resumed
record Membership(Participant participant, Optional<ResumeToken> resume, Presence presence) {
    /// Whether the participant can be reached.
    sealed interface Presence {
        record Connected(ConnectionId connection) implements Presence {}

        /// The connection is lost, and the membership is kept until `untilNanos`.
        record Away(long untilNanos, Backlog backlog) implements Presence {}
    }

    ParticipantId id() {
        return participant.id();
    }

    Membership with(Presence newPresence) {
        return new Membership(participant, resume, newPresence);
    }

    Membership with(Participant newParticipant) {
        return new Membership(newParticipant, resume, presence);
    }

    boolean isOn(ConnectionId connection) {
        return presence instanceof Presence.Connected(ConnectionId mine) && mine.equals(connection);
    }

    boolean isExpired(long nowNanos) {
        return presence instanceof Presence.Away away && nowNanos - away.untilNanos() >= 0;
    }
}

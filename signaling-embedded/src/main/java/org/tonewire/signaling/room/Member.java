package org.tonewire.signaling.room;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;
import org.tonewire.signaling.room.event.Attendee;
import org.tonewire.signaling.room.event.ConnectionId;

/// A participant's place in a room.
///
/// @param resume what brings the place back after a lost connection, for those who may
record Member(Attendee attendee, Optional<ResumeToken> resume, Presence presence) {
    /// Where the participant is right now.
    sealed interface Presence {
        record Connected(ConnectionId connection) implements Presence {}

        record Away(long untilNanos, Backlog backlog) implements Presence {}
    }

    ParticipantId id() {
        return attendee.id();
    }

    Member with(Presence newPresence) {
        return new Member(attendee, resume, newPresence);
    }

    Member with(Attendee newAttendee) {
        return new Member(newAttendee, resume, presence);
    }

    boolean isOn(ConnectionId connection) {
        return presence instanceof Presence.Connected(ConnectionId mine) && mine.equals(connection);
    }

    boolean isExpired(long nowNanos) {
        return presence instanceof Presence.Away away && nowNanos - away.untilNanos() >= 0;
    }
}

package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.signaling.protocol.ParticipantName;

/// The state of a session at one moment. Sources, participants and tracks are in the order in which
/// they were added.
public record SessionSnapshot(
        ConnectionStatus connection,
        Invite invite,
        ParticipantName name,
        List<LocalSource> sources,
        List<RemoteParticipant> participants,
        OutputStatus output) {
    public SessionSnapshot {
        sources = List.copyOf(sources);
        participants = List.copyOf(participants);
    }
}

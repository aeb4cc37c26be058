package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.invite.Invite;
import org.tonewire.signaling.protocol.ParticipantName;

/// A session as it was at one moment. The order of sources, participants and tracks is the order in
/// which they came.
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

package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.signaling.protocol.ParticipantId;

/// Somebody else in the room as they are now.
///
/// @param incoming the link from them
/// @param outgoing the link to them
public record RemoteParticipant(
        ParticipantId id,
        String name,
        LinkState incoming,
        LinkState outgoing,
        List<ReceivedTrackState> tracks) {
    public RemoteParticipant {
        tracks = List.copyOf(tracks);
    }
}

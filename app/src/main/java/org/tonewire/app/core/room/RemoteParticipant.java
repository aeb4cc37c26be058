package org.tonewire.app.core.room;

import java.util.List;
import org.tonewire.app.core.link.LinkState;
import org.tonewire.signaling.protocol.ParticipantId;

/// The state of a remote participant.
///
/// @param receiveState the state of the link from the participant
/// @param sendState the state of the link to the participant
public record RemoteParticipant(
        ParticipantId id,
        String name,
        LinkState receiveState,
        LinkState sendState,
        List<ReceivedTrackState> tracks) {
    public RemoteParticipant {
        tracks = List.copyOf(tracks);
    }
}

package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// Where ids and tokens come from: random ones in a server, known ones in a test.
public interface RoomIds {
    ParticipantId nextParticipant();

    ResumeToken nextResumeToken();
}

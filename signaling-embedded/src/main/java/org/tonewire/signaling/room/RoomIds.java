package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// The source of ids and tokens: random in a server, predictable in tests. Called by the thread
/// that owns the rooms.
public interface RoomIds {
    ParticipantId nextParticipant();

    ResumeToken nextResumeToken();
}

package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.ParticipantId;

/// The source of ids: random in a server, predictable in tests. Called by the thread that owns the
/// rooms.
public interface RoomIds {
    ParticipantId nextParticipant();
}

package org.tonewire.signaling.room;

import org.tonewire.signaling.protocol.ParticipantId;

/// Returns the ids p1, p2, …
final class CountingIds implements RoomIds {
    private int participants;

    @Override
    public ParticipantId nextParticipant() {
        participants++;
        return new ParticipantId("p" + participants);
    }
}

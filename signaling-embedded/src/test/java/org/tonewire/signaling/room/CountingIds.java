package org.tonewire.signaling.room;

import java.util.Arrays;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.key.ResumeToken;

/// Returns the ids p1, p2, … and tokens of one repeated byte.
final class CountingIds implements RoomIds {
    private int participants;
    private byte tokens;

    @Override
    public ParticipantId nextParticipant() {
        participants++;
        return new ParticipantId("p" + participants);
    }

    @Override
    public ResumeToken nextResumeToken() {
        tokens++;
        return token(tokens);
    }

    static ResumeToken token(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return ResumeToken.of(bytes);
    }
}

package org.tonewire.app.core.trust;

import java.util.Locale;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.RoomName;

/// What a seal covers besides the fingerprints, so that it is not valid anywhere else.
public record SealContext(Kind kind, RoomName room, ParticipantId from, ParticipantId to) {
    public enum Kind {
        OFFER,
        ANSWER;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

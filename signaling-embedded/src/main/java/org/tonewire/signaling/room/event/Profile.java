package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantName;

/// What a client states about itself.
///
/// @param name empty if its family does not require one
/// @param clientType the kind of client, `unknown` if it does not state one
public record Profile(Optional<ParticipantName> name, Family family, String clientType) {
    public static final String UNKNOWN_TYPE = "unknown";

    public static Profile named(ParticipantName name, Family family) {
        return new Profile(Optional.of(name), family, UNKNOWN_TYPE);
    }

    public static Profile nameless(Family family) {
        return new Profile(Optional.empty(), family, UNKNOWN_TYPE);
    }
}

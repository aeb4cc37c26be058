package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantName;

/// What someone says of itself.
///
/// @param name nothing where its family lets it go without one
/// @param clientType what sort of client it is, `unknown` where it does not say
public record Profile(Optional<ParticipantName> name, Family family, String clientType) {
    public static final String UNKNOWN_TYPE = "unknown";

    public static Profile named(ParticipantName name, Family family) {
        return new Profile(Optional.of(name), family, UNKNOWN_TYPE);
    }

    public static Profile nameless(Family family) {
        return new Profile(Optional.empty(), family, UNKNOWN_TYPE);
    }
}

package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantName;

/// What a client states about itself.
///
/// @param name empty if its family does not require one
/// @param identity empty if its family has none
/// @param clientType the kind of client, `unknown` if it does not state one
public record Profile(
        Optional<ParticipantName> name,
        Family family,
        String clientType,
        Optional<Identity> identity) {
    public static final String UNKNOWN_TYPE = "unknown";

    /// Of an unknown type, without an identity.
    public Profile(Optional<ParticipantName> name, Family family) {
        this(name, family, UNKNOWN_TYPE, Optional.empty());
    }

    public static Profile named(ParticipantName name, Family family) {
        return new Profile(Optional.of(name), family);
    }

    public static Profile nameless(Family family) {
        return new Profile(Optional.empty(), family);
    }
}

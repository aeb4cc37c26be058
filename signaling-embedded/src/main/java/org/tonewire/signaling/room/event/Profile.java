package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.Identity;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;

/// What a client states about itself.
///
/// @param name empty if its family does not require one
/// @param identity empty if its family has none
/// @param role that of a member, until the room admits the client as a guest
/// @param clientType the kind of client, `unknown` if it does not state one
public record Profile(
        Optional<ParticipantName> name,
        Family family,
        String clientType,
        Optional<Identity> identity,
        Role role) {
    public static final String UNKNOWN_TYPE = "unknown";

    /// Of a member.
    public Profile(
            Optional<ParticipantName> name,
            Family family,
            String clientType,
            Optional<Identity> identity) {
        this(name, family, clientType, identity, Role.MEMBER);
    }

    /// Of an unknown type, without an identity.
    public Profile(Optional<ParticipantName> name, Family family) {
        this(name, family, UNKNOWN_TYPE, Optional.empty());
    }

    public static Profile named(ParticipantName name, Family family) {
        return new Profile(Optional.of(name), family);
    }

    /// The same with this identity.
    public Profile with(Optional<Identity> other) {
        return new Profile(name, family, clientType, other, role);
    }

    /// The same in another role.
    public Profile as(Role other) {
        return new Profile(name, family, clientType, identity, other);
    }

    public static Profile nameless(Family family) {
        return new Profile(Optional.empty(), family);
    }
}

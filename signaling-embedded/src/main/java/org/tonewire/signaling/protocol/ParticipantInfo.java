package org.tonewire.signaling.protocol;

import java.util.Optional;

/// What the other members of a room learn about a participant.
///
/// @param id its address in this room of this server
/// @param identity empty for clients of other families, and in rooms without an access key
public record ParticipantInfo(
        ParticipantId id, ParticipantName name, Optional<Identity> identity, Role role) {
    /// Of a member.
    public ParticipantInfo(ParticipantId id, ParticipantName name, Optional<Identity> identity) {
        this(id, name, identity, Role.MEMBER);
    }
}

package org.tonewire.signaling.room.event;

import java.util.Optional;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ParticipantInfo;
import org.tonewire.signaling.protocol.ParticipantName;
import org.tonewire.signaling.protocol.Role;

/// A participant as its room knows it.
public record Participant(ParticipantId id, Profile profile) {
    private static final ParticipantName NAMELESS = new ParticipantName("guest");

    /// With a name in any case: its own, or its id if that is a valid name, or `guest`.
    public ParticipantInfo info() {
        return new ParticipantInfo(
                id,
                profile.name().or(() -> ParticipantName.parse(id.value())).orElse(NAMELESS),
                profile.identity(),
                profile.role());
    }

    public Optional<ParticipantName> name() {
        return profile.name();
    }

    public boolean isGuest() {
        return profile.role() == Role.GUEST;
    }

    public Family family() {
        return profile.family();
    }
}

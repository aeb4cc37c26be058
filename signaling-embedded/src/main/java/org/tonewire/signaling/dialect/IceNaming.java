package org.tonewire.signaling.dialect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tonewire.signaling.protocol.ParticipantId;
import org.tonewire.signaling.protocol.ice.IceService;
import org.tonewire.signaling.protocol.ice.NamedIceServer;

/// What STUN and TURN servers one member was told of last. Owned by its conversation.
final class IceNaming {
    private final Supplier<IceService> present;
    private final InstantSource clock;
    private IceService told = IceService.NONE;

    /// @param present the servers that new members are told
    IceNaming(Supplier<IceService> present, InstantSource clock) {
        this.present = present;
        this.clock = clock;
    }

    /// The servers for this member, with a new login.
    List<NamedIceServer> name(ParticipantId member) {
        told = present.get();
        return told.name(member.value(), clock.instant());
    }

    /// Whether the member was told of other servers than there are now.
    boolean isOutdated() {
        return !told.equals(present.get());
    }

    /// When the member has to be told again; empty if never.
    Optional<Duration> renewAfter() {
        return told.renewAfter();
    }
}

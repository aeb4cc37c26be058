package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.tonewire.signaling.protocol.key.IdentityKey;

/// Places of a room that are kept for those who were inside when its key changed, until they are
/// back: somebody with many sockets could fill it first.
///
/// @param untilNanos of the clock of the room
record KeptPlaces(Set<IdentityKey> owners, long untilNanos) {
    static final KeptPlaces NONE = new KeptPlaces(Set.of(), 0);

    private static final Duration TIME = Duration.ofSeconds(10);

    KeptPlaces {
        owners = Set.copyOf(owners);
    }

    /// Keeps the places of all members but guests, and those that are kept already.
    static KeptPlaces of(Room room, long nowNanos) {
        Set<IdentityKey> owners = new LinkedHashSet<>(room.kept().at(nowNanos));
        room.members().values().stream()
                .filter(member -> !member.isGuest())
                .forEach(member -> member.identity().ifPresent(owners::add));
        return new KeptPlaces(owners, nowNanos + TIME.toNanos());
    }

    /// No place is kept, but the room, until somebody enters.
    static KeptPlaces ofNobody(long nowNanos) {
        return new KeptPlaces(Set.of(), nowNanos + TIME.toNanos());
    }

    boolean isOver(long nowNanos) {
        return nowNanos - untilNanos >= 0;
    }

    /// How many places nobody else may take.
    ///
    /// @param members of the room now
    /// @param newcomer who wants a place
    int closedTo(Optional<IdentityKey> newcomer, Collection<Membership> members, long nowNanos) {
        Set<IdentityKey> absent = new LinkedHashSet<>(at(nowNanos));
        members.forEach(member -> member.identity().ifPresent(absent::remove));
        newcomer.ifPresent(absent::remove);
        return absent.size();
    }

    private Set<IdentityKey> at(long nowNanos) {
        return owners.isEmpty() || isOver(nowNanos) ? Set.of() : owners;
    }
}

package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.tonewire.signaling.room.event.ClientNetwork;
import org.tonewire.signaling.room.event.RoomEvent;

/// The limits of rooms that owners open at a server. Such a room needs no member.
///
/// @param roomsPerOwner that one key owns
/// @param roomsPerNetwork that were opened from one network of clients; no limit for clients whose
///   network is not known
/// @param maxKeep how long a room stays without members, at most; zero if none stays
public record OwnerLimits(int roomsPerOwner, int roomsPerNetwork, Duration maxKeep) {
    public static final OwnerLimits DEFAULT = new OwnerLimits(16, 64, Duration.ofDays(30));

    public OwnerLimits withRoomsPerOwner(int count) {
        return new OwnerLimits(count, roomsPerNetwork, maxKeep);
    }

    public OwnerLimits withRoomsPerNetwork(int count) {
        return new OwnerLimits(roomsPerOwner, count, maxKeep);
    }

    public OwnerLimits withMaxKeep(Duration time) {
        return new OwnerLimits(roomsPerOwner, roomsPerNetwork, time);
    }

    /// Whether this owner, its network, or all owners have as many rooms as they may have: an owner
    /// needs no member for them, so they could take all of a server.
    boolean areReached(RoomEvent.Own own, Collection<RoomEntry> entries, int maxRooms) {
        int ofOwner = 0;
        int ofNetwork = 0;
        int withoutMembers = 0;
        for (RoomEntry entry : entries) {
            if (entry.stay().isEmpty()) {
                continue;
            }
            Optional<ClientNetwork> from = entry.stay().get().from();
            ofOwner += entry.isOf(own.owner()) ? 1 : 0;
            ofNetwork += from.isPresent() && from.equals(own.origin().network()) ? 1 : 0;
            withoutMembers += entry.isKept() || entry.room().members().isEmpty() ? 1 : 0;
        }
        return ofOwner >= roomsPerOwner
                || ofNetwork >= roomsPerNetwork
                || withoutMembers >= (maxRooms + 1) / 2;
    }

    /// For how long a room stays whose owner asked for this time.
    Duration granted(Duration wanted) {
        return wanted.compareTo(maxKeep) < 0 ? wanted : maxKeep;
    }
}

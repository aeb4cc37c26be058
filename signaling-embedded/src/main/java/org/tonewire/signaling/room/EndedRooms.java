package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.OwnerHash;
import org.tonewire.signaling.room.event.Credential;

/// Rooms that their owners ended, for a while: who was away then would make them anew. Owned by
/// [RoomRegister].
final class EndedRooms {
    /// Longer than a client that lost its connection takes to come back.
    static final Duration TIME = Duration.ofMinutes(2);

    private static final int MOST = 1_000;

    private final Map<RoomName, Ended> rooms = new LinkedHashMap<>();

    private record Ended(RoomEntry entry, long atNanos) {
        boolean isOver(long nowNanos) {
            return nowNanos - atNanos >= TIME.toNanos();
        }
    }

    /// Of too many, the one that ended first is forgotten.
    void add(RoomEntry entry, long nowNanos) {
        RoomName name = entry.room().name();
        RoomEntry bare = entry.with(entry.room().with(Map.of()));
        rooms.remove(name);
        rooms.put(name, new Ended(bare, nowNanos));
        if (rooms.size() > MOST) {
            rooms.remove(rooms.keySet().iterator().next());
        }
    }

    /// The owner opens it again.
    void lift(RoomName name, OwnerHash owner) {
        @Nullable Ended ended = rooms.get(name);
        if (ended != null && ended.entry().isOf(owner)) {
            rooms.remove(name);
        }
    }

    /// Whether this owner ended the room in this time, up to now.
    boolean isSince(Duration time, RoomName name, OwnerHash owner, long nowNanos) {
        @Nullable Ended ended = rooms.get(name);
        return ended != null
                && ended.entry().isOf(owner)
                && nowNanos - ended.atNanos() < time.toNanos();
    }

    /// Whether this credential is for a room that ended.
    boolean has(RoomName name, Credential credential, long nowNanos) {
        @Nullable Ended ended = rooms.get(name);
        return ended != null && !ended.isOver(nowNanos) && ended.entry().admits(credential);
    }

    /// Forgets those that are over.
    void pass(long nowNanos) {
        rooms.values().removeIf(ended -> ended.isOver(nowNanos));
    }
}

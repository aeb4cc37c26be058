package org.tonewire.signaling.room;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tonewire.signaling.room.event.RoomEffect;

/// The rooms that stay without members: how many, whether what a restart needs has changed, and
/// when the next one closes. At most one time to wake is asked for that is not earlier than all
/// before, so that people who come and go leave no timers behind. Owned by [RoomRegister].
final class KeptRooms {
    private int count;
    private long version;
    private OptionalLong wakeNanos = OptionalLong.empty();

    int count() {
        return count;
    }

    /// Another number after each change of what [RoomEntry#forRestart()] tells.
    long version() {
        return version;
    }

    /// A room was another one, or none, before.
    void compare(Optional<RoomEntry> before, Optional<RoomEntry> after) {
        Optional<KeptRoom> was = before.flatMap(RoomEntry::forRestart);
        Optional<KeptRoom> is = after.flatMap(RoomEntry::forRestart);
        count += (is.isPresent() ? 1 : 0) - (was.isPresent() ? 1 : 0);
        if (!was.equals(is)) {
            version++;
        }
    }

    /// The time at which this room may close, unless an earlier one is asked for.
    List<RoomEffect> wake(RoomEntry entry) {
        if (!entry.isKept() || !entry.room().members().isEmpty()) {
            return List.of();
        }
        long until = entry.stay().orElseThrow().untilNanos();
        if (wakeNanos.isPresent() && until - wakeNanos.getAsLong() >= 0) {
            return List.of();
        }
        wakeNanos = OptionalLong.of(until);
        return List.of(new RoomEffect.WakeAt(until));
    }

    /// The next time, if the one before has come.
    List<RoomEffect> wakeAgain(Collection<RoomEntry> entries, long nowNanos) {
        if (wakeNanos.isEmpty() || nowNanos - wakeNanos.getAsLong() < 0) {
            return List.of();
        }
        wakeNanos = OptionalLong.empty();
        List<RoomEffect> next = List.of();
        for (RoomEntry entry : entries) {
            List<RoomEffect> earlier = wake(entry);
            next = earlier.isEmpty() ? next : earlier;
        }
        return next;
    }
}

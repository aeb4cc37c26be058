package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.Optional;
import org.tonewire.signaling.room.event.ClientNetwork;

/// For how long a room that its owner opened stays without members.
///
/// @param keep zero if it closes with its last member
/// @param madeNanos when it was opened, by the clock of the rooms
/// @param emptySinceNanos when the last member was gone; means nothing while somebody is in
/// @param from where its owner opened it from, for the limits; empty if that does not count
public record Stay(
        Duration keep, long madeNanos, long emptySinceNanos, Optional<ClientNetwork> from) {
    /// Of a room that is opened now.
    static Stay begun(Duration keep, long nowNanos, Optional<ClientNetwork> from) {
        return new Stay(keep, nowNanos, nowNanos, from);
    }

    Stay keeping(Duration other) {
        return new Stay(other, madeNanos, emptySinceNanos, from);
    }

    Stay emptySince(long nanos) {
        return new Stay(keep, madeNanos, nanos, from);
    }

    boolean isKept() {
        return !keep.isZero();
    }

    /// When it closes, if nobody enters.
    long untilNanos() {
        return emptySinceNanos + keep.toNanos();
    }
}

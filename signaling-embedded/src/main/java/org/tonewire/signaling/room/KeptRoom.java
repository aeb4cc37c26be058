package org.tonewire.signaling.room;

import java.time.Duration;
import java.util.OptionalLong;
import org.tonewire.signaling.protocol.RoomName;
import org.tonewire.signaling.protocol.key.AccessKey;
import org.tonewire.signaling.protocol.key.OwnerHash;

/// What is needed to have a kept room again after a restart of the server. Times are of the clock
/// of the rooms.
///
/// @param keep how long it stays without members
/// @param emptySinceNanos empty while somebody is in
public record KeptRoom(
        RoomName name,
        AccessKey key,
        OwnerHash owner,
        Duration keep,
        long madeNanos,
        OptionalLong emptySinceNanos) {}

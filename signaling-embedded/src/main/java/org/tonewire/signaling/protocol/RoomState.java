package org.tonewire.signaling.protocol;

import java.time.Duration;
import java.util.Optional;

/// What its owner may know of a room. Times are differences, as clocks of computers differ; on the
/// wire they are whole seconds.
///
/// @param participants how many are in; who they are is told to those who enter
/// @param keep how long it stays without members; zero if it closes with the last
/// @param closesIn empty while somebody is in
/// @param age since its owner opened it here; empty if a member did
public record RoomState(
        RoomName room,
        int participants,
        Duration keep,
        Optional<Duration> closesIn,
        Optional<Duration> age) {}
